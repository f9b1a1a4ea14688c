import { get, post } from './api.js';
import { el } from './dom.js';
import { duration, money, time } from './format.js';
import { journey } from './journey.js';
import { Pipeline } from './pipeline.js';
import { badge, hasEnded, later, STATES } from './states.js';
import { json, showTimeline } from './timeline.js';

/**
 * One order: what it is, its way through the pipeline, its timeline.
 *
 *   show ─► order + timeline ─► drawn
 *              events of it ─► timeline again, one request at a time
 */
export class Detail {
  #parts;
  #pipeline;
  #ended;
  #id = null;
  #order = null;
  #entries = [];
  #asking = false;
  #askAgain = false;

  /** ended(order): the order that is shown has come to its end while it was looked at. */
  constructor(panel, ended) {
    this.#parts = Object.fromEntries([...panel.querySelectorAll('[data-part]')].map(part => [part.dataset.part, part]));
    this.#pipeline = new Pipeline(this.#parts.pipeline);
    this.#ended = ended;
    this.#parts.replay.addEventListener('click', () => this.#replay());
    setInterval(() => this.#tick(), 1000);
  }

  focus() {
    this.#parts.title.focus();
  }

  async show(id) {
    if (id === this.#id) return;
    this.#id = id;
    this.#order = null;
    this.#entries = [];
    this.#parts.said.textContent = '';
    this.#parts.title.textContent = `Order ${id}`;
    this.#say('Loading …');
    await this.#ask();
  }

  /** Events of the stream, this order's among them or not. */
  apply(events) {
    const own = events.filter(event => event.orderId === this.#id);
    if (!own.length) return;
    if (this.#order) this.#move(own.reduce((state, event) => later(state, event.state), this.#order.state));
    this.#ask();
  }

  /** After a time without a stream. */
  refresh() {
    if (this.#id) this.#ask();
  }

  async #ask() {
    this.#askAgain = this.#asking;
    if (this.#asking) return;
    this.#asking = true;
    const id = this.#id;
    const path = `/orders/${encodeURIComponent(id)}`;
    try {
      const [order, timeline] = await Promise.all([get(path), get(`${path}/events`)]);
      if (id === this.#id) this.#take(order, timeline.entries);
    } catch (problem) {
      if (id === this.#id && !this.#order) this.#say(problem.message);
    } finally {
      this.#asking = false;
      if (this.#askAgain || id !== this.#id) this.#ask();
    }
  }

  #take(order, entries) {
    const state = this.#order ? later(this.#order.state, order.state) : order.state;
    this.#entries = entries;
    const known = this.#order;
    this.#order = { ...order, state: known?.state ?? state, acceptedAt: Date.parse(order.acceptedAt) };
    this.#move(state);
    if (!known) this.#parts.document.replaceChildren(...(order.order ? [json('The order as it was sent', order.order)] : []));
    this.#draw();
  }

  #move(state) {
    const ends = hasEnded(state) && !hasEnded(this.#order.state);
    this.#order.state = state;
    if (ends) this.#ended(this.#order);
  }

  #draw() {
    const way = journey(this.#order, this.#entries);
    this.#parts.empty.hidden = true;
    this.#parts.body.hidden = false;
    this.#parts.facts.replaceChildren(...facts(this.#order, way));
    this.#parts.remark.textContent = remark(way);
    this.#parts.desk.hidden = way.stuck === 0 || way.ended;
    this.#pipeline.show(this.#id, way);
    showTimeline(this.#parts.timeline, this.#entries);
    this.#tick();
  }

  /** Sends the order again from the dead-letter desk; its new entries come by the stream. */
  async #replay() {
    const { replay, said } = this.#parts;
    replay.disabled = true;
    said.textContent = '';
    try {
      await post(`/dead-letters/${encodeURIComponent(this.#id)}/replay`);
    } catch (problem) {
      said.textContent = problem.message;
    } finally {
      replay.disabled = false;
      this.refresh();
    }
  }

  /** For how long it has been where it is. */
  #tick() {
    if (!this.#order || hasEnded(this.#order.state)) {
      this.#parts.since.textContent = '';
      return;
    }
    const last = this.#entries.reduce((latest, entry) => Math.max(latest, Date.parse(entry.time)), this.#order.acceptedAt);
    this.#parts.since.textContent = `${STATES[this.#order.state].label} for ${duration(Math.max(1000, Date.now() - last))}`;
  }

  #say(text) {
    this.#parts.body.hidden = true;
    this.#parts.empty.hidden = false;
    this.#parts.empty.textContent = text;
  }
}

function facts(order, way) {
  const lines = order.order?.lines ?? [];
  const total = lines.reduce((sum, line) => sum + line.quantity * line.unitPrice, 0);
  const all = [
    ['State', badge(order.state)],
    ['Wiring', order.wiring],
    ['Accepted', time(order.acceptedAt)],
    ['Took', way.total === null ? '…' : duration(way.total)],
    ['Customer', order.customerId ?? 'none'],
    ['Total', Number.isSafeInteger(total) && order.order ? money(total, order.order.currency) : 'unknown'],
    ['To', order.order?.destination?.country ?? 'unknown'],
    ['Token', order.order?.paymentToken ?? 'none'],
  ];
  return all.map(([name, value]) => el('div', {}, el('dt', {}, name), el('dd', {}, value)));
}

/** What the picture alone does not say. */
function remark(way) {
  const unseen = [...way.steps, way.refund].some(step => step && ['unseen', 'hidden'].includes(step.status));
  return [
    way.conflict && 'Events contradict each other: the first end counts.',
    way.stuck > 0 && !way.ended && 'An event of this order could not be delivered: it is on the dead-letter desk, with the reason below. When its cause is mended, replay the order.',
    way.sentAgain > 0 && `The sweeper sent it again${way.sentAgain > 1 ? ` (${way.sentAgain} times)` : ''}: it had not moved for long.`,
    unseen && way.wiring === 'sequence' && 'A Sequence lets out only its last answer: the steps between are not shown.',
    unseen && way.wiring !== 'sequence' && 'Steps drawn with a dashed line were done, but their events were not seen yet.',
  ].filter(Boolean).join(' ');
}
