import { Connection } from './connection.js';
import { Detail } from './detail.js';
import { count } from './format.js';
import { OrderForm } from './form.js';
import { OrderList } from './list.js';
import { Orders } from './orders.js';
import { hasEnded, STATES } from './states.js';
import { LiveStream } from './stream.js';
import { Wirings } from './wirings.js';

/*
 *   /orders/stream ─► once a frame ─┬─► orders ─► list
 *                                   ├─► detail
 *   /stats ─► wirings ◄── ended ────┘
 */

const part = id => document.getElementById(id);
/** Hidden for longer, the page begins anew instead of reading up what it missed. */
const READ_UP_MILLIS = 60_000;

/** An order that the arrow keys only pass by is not loaded. */
const RESTING_MILLIS = 120;
let chosen = null;
let resting = null;

const announce = text => (part('announcer').textContent = text);

const orders = new Orders(shift => {
  list.shift(shift);
  list.draw();
  showListState();
});
const list = new OrderList(part('orders'), orders, {
  selected(id) {
    chosen = id;
    clearTimeout(resting);
    resting = setTimeout(showChosen, RESTING_MILLIS);
  },
  opened() {
    showChosen();
    detail.focus();
  },
});
const detail = new Detail(part('detail'), order => announce(`The order is ${STATES[order.state].label.toLowerCase()}.`));
const wirings = new Wirings(part('wirings'), {
  deadLetters: part('dead-letters'), conflicts: part('conflicts'), waiting: part('waiting'),
}, { stats: showTotal });
new OrderForm(part('form'), answers => {
  for (const answer of answers) orders.add(answer);
  select(answers[0].orderId);
});
const connection = new Connection(part('status'), part('away'), () => stream.retry());

let pending = [];
const stream = new LiveStream('/orders/stream', {
  live(fresh) {
    connection.live();
    detail.refresh();
    if (fresh) reload();
  },
  events(events) {
    if (!pending.length) requestAnimationFrame(takeEvents);
    pending = pending.concat(events);
  },
  away(until) {
    connection.away(until);
    if (orders.phase === 'loading') reload();
  },
});

function takeEvents() {
  const events = pending;
  pending = [];
  const ended = orders.apply(events);
  if (ended.length) wirings.sample(ended);
  detail.apply(events);
}

async function reload(filter) {
  await orders.reload(filter);
  wirings.sample(orders.rows.filter(order => hasEnded(order.state)).reverse());
}

function select(id) {
  chosen = id;
  list.select(id);
  showChosen();
}

function showChosen() {
  clearTimeout(resting);
  if (chosen === null) return;
  history.replaceState(null, '', `#/orders/${encodeURIComponent(chosen)}`);
  detail.show(chosen);
}

function selectFromAddress() {
  const id = /^#\/orders\/(.+)$/.exec(location.hash)?.[1];
  if (id) select(decodeURIComponent(id));
}

let stats = null;
function showTotal(latest) {
  stats = latest;
  showListState();
}

/** How many there are, and why there are none to see. */
function showListState() {
  const { state, wiring } = orders.filter;
  const counts = Object.entries(stats?.orders ?? {}).filter(([name]) => !wiring || name === wiring)
    .flatMap(([, states]) => Object.entries(states).filter(([name]) => !state || name === state).map(([, n]) => n));
  const total = Math.max(orders.rows.length, counts.reduce((sum, n) => sum + n, 0));
  part('total').textContent = orders.phase === 'loading' ? '' : count(total);
  const empty = part('no-orders');
  empty.hidden = orders.rows.length > 0;
  empty.textContent = {
    loading: 'Loading …',
    ready: state || wiring ? 'No order passes the filter.' : 'No orders yet. Place one with the form.',
    failed: `${orders.problem?.message ?? ''} The list is loaded as soon as it does.`,
  }[orders.phase];
}

for (const id of ['filter-state', 'filter-wiring']) {
  part(id).addEventListener('change', () => {
    part('orders').scrollTop = 0;
    reload({ state: part('filter-state').value, wiring: part('filter-wiring').value });
  });
}

/** A page that nobody looks at needs no connection, of which a browser has six. */
let hiddenSince = 0;
function follow() {
  const paused = part('pause').getAttribute('aria-pressed') === 'true';
  if (paused || document.hidden) {
    hiddenSince ||= Date.now();
    stream.stop();
    wirings.stop();
    if (paused) connection.paused();
    return;
  }
  if (hiddenSince && Date.now() - hiddenSince > READ_UP_MILLIS) stream.forget();
  hiddenSince = 0;
  connection.connecting();
  stream.start();
  wirings.start();
}

part('pause').addEventListener('click', () => {
  const paused = part('pause').getAttribute('aria-pressed') !== 'true';
  part('pause').setAttribute('aria-pressed', paused);
  follow();
});
part('detail').addEventListener('keydown', event => {
  if (event.key === 'Escape') part('orders').focus();
});
document.addEventListener('visibilitychange', follow);
addEventListener('hashchange', selectFromAddress);
addEventListener('online', () => stream.retry());

selectFromAddress();
follow();
