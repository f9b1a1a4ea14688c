import { get, withParameters } from './api.js';
import { hasEnded, later } from './states.js';

const PAGE = 500;
/** Beyond it the page begins again with the newest orders: a browser left open must not fill up. */
const MOST = 50_000;
const CATCH_UP_MILLIS = 1_000;
const CREATED = 'com.example.order.created';
/** Beside the states of the filter: what is on the dead-letter desk, in whatever state. */
const ON_THE_DESK = 'onTheDesk';

/**
 * The orders that this page knows, and those of them that the filter lets through, newest first.
 *
 *   GET /orders?after= ─────┬─► at the end ──┐
 *   or /dead-letters?after= ┘                ├─► known ── filter ─► rows
 *   stream: order.created ─────► in front ───┘     ▲
 *   stream: the other events ──────────────────────┘ state
 */
export class Orders {
  known = new Map();
  rows = [];
  filter = { state: '', wiring: '' };
  /** 'loading', 'ready' or 'failed'. */
  phase = 'loading';
  problem = null;
  #next = null;
  #turn = 0;
  #fetching = false;
  #catchingUp = null;
  #changed;

  constructor(changed) {
    this.#changed = changed;
  }

  get hasMore() {
    return this.#next !== null;
  }

  /** Begins again with the newest page. */
  async reload(filter = this.filter) {
    const turn = ++this.#turn;
    this.filter = filter;
    this.known = new Map();
    this.rows = [];
    this.#next = null;
    this.phase = 'loading';
    this.#changed(0);
    await this.#fetch(turn);
  }

  async more() {
    if (this.#fetching || !this.hasMore) return;
    await this.#fetch(this.#turn);
  }

  async #fetch(turn) {
    this.#fetching = true;
    try {
      const page = await this.#page(this.#next);
      if (turn !== this.#turn) return;
      const older = page.orders.filter(order => !this.known.has(order.orderId)).map(order => this.#know(order));
      page.orders.forEach(order => this.#move(order.orderId, order.state));
      this.rows = this.rows.concat(older).filter(order => this.#matches(order));
      this.#next = page.next;
      this.phase = 'ready';
      this.problem = null;
    } catch (problem) {
      if (turn !== this.#turn) return;
      this.phase = this.rows.length ? 'ready' : 'failed';
      this.problem = problem;
    } finally {
      if (turn === this.#turn) {
        this.#fetching = false;
        this.#changed(0);
      }
    }
  }

  /** Takes the events of one frame in. Gives the orders that they brought to their end. */
  apply(events) {
    const fresh = new Set();
    const ended = [];
    for (const event of events) {
      const order = this.known.get(event.orderId) ?? this.#appear(event, fresh);
      if (!order) {
        this.#catchUp(event);
        continue;
      }
      const wasOpen = !hasEnded(order.state);
      const wasListed = this.#matches(order);
      this.#move(order.id, event.state);
      order.stuck = event.type === 'deadLetter' || (order.stuck && event.type !== 'replayed');
      order.conflict ||= event.type === 'conflict';
      if (!wasListed && this.#matches(order)) fresh.add(order);
      if (wasOpen && hasEnded(order.state)) {
        order.updatedAt = Date.parse(event.time);
        ended.push(order);
      }
    }
    this.#show([...fresh]);
    return ended;
  }

  /** An order that this page has placed itself; its first event may take a while. */
  add(placed) {
    if (this.known.has(placed.orderId)) return;
    const now = new Date().toISOString();
    this.#show([this.#know({ ...placed, acceptedAt: now, updatedAt: now })]);
  }

  #appear(event, fresh) {
    if (event.type !== CREATED) return null; // older than what is shown, or its creation is to come
    const order = this.#know({ ...event, acceptedAt: event.time, updatedAt: event.time });
    fresh.add(order);
    return order;
  }

  /** An order that came into the state of the filter; only the service knows where it stands. */
  #catchUp(event) {
    const then = { ...event, stuck: event.type === 'deadLetter' };
    if (!this.filter.state || !this.#matches(then) || this.#catchingUp) return;
    this.#catchingUp = setTimeout(() => {
      this.#catchingUp = null;
      this.#fetchNewest(this.#turn);
    }, CATCH_UP_MILLIS);
  }

  /** Orders as the list has them, from after the last page; those of the desk come from elsewhere. */
  async #page(after) {
    if (this.filter.state !== ON_THE_DESK) {
      return get(withParameters('/orders', { ...this.filter, after, limit: PAGE }));
    }
    const desk = await get(withParameters('/dead-letters', { after, limit: PAGE }));
    const orders = desk.deadLetters.map(letter => ({ ...letter, updatedAt: letter.since, deadLettered: true }));
    return { orders, next: desk.next };
  }

  async #fetchNewest(turn) {
    const page = await this.#page(null).catch(() => null);
    if (!page || turn !== this.#turn) return;
    this.#show(page.orders.filter(order => !this.known.has(order.orderId)).map(order => this.#know(order)));
  }

  #show(fresh) {
    if (this.known.size > MOST) {
      this.reload();
      return;
    }
    const newest = fresh.filter(order => this.#matches(order)).sort(newestFirst);
    const rows = newest.concat(this.rows.filter(order => this.#matches(order)));
    // As a rule all of the new ones are newer.
    const inOrder = !newest.length || !this.rows.length || newest.at(-1).acceptedAt >= this.rows[0].acceptedAt;
    this.rows = inOrder ? rows : rows.sort(newestFirst);
    this.#changed(newest.length);
  }

  #know(view) {
    const order = {
      id: view.orderId,
      wiring: view.wiring,
      state: view.state,
      acceptedAt: Date.parse(view.acceptedAt),
      updatedAt: Date.parse(view.updatedAt),
      stuck: view.deadLettered ?? false,
      conflict: view.conflict ?? false,
    };
    this.known.set(order.id, order);
    return order;
  }

  #move(id, state) {
    const order = this.known.get(id);
    order.state = later(order.state, state);
  }

  #matches(order) {
    const { state, wiring } = this.filter;
    const inState = state === ON_THE_DESK ? order.stuck && !hasEnded(order.state) : !state || order.state === state;
    return inState && (!wiring || order.wiring === wiring);
  }
}

function newestFirst(a, b) {
  return b.acceptedAt - a.acceptedAt;
}
