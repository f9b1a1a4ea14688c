import { get } from './api.js';
import { el } from './dom.js';
import { count, duration, shortCount } from './format.js';
import { badge, STATES, WIRINGS } from './states.js';

const EVERY_MILLIS = 2_000;
const EVERY_AWAY_MILLIS = 10_000;
/** The median is of the latest so many orders of a wiring that this page saw end. */
const SAMPLES = 500;

/** The four wirings side by side, and what waits or is stuck. */
export class Wirings {
  #cells = new Map();
  #figures;
  #samples = Object.fromEntries(WIRINGS.map(wiring => [wiring, new Map()]));
  #listener;
  #timer = null;

  /** listener: { stats(stats) } */
  constructor(table, figures, listener) {
    this.#figures = figures;
    this.#listener = listener;
    const body = table.tBodies[0];
    for (const state of Object.keys(STATES)) body.append(this.#row(state, badge(state)));
    body.append(this.#row('all', 'All'), this.#row('median', 'Median'));
  }

  start() {
    this.#timer ??= setTimeout(() => this.#poll(), 0);
  }

  stop() {
    clearTimeout(this.#timer);
    this.#timer = null;
  }

  /** Orders that have come to their end. */
  sample(orders) {
    for (const order of orders) {
      const samples = this.#samples[order.wiring];
      if (!samples) continue;
      samples.set(order.id, order.updatedAt - order.acceptedAt);
      if (samples.size > SAMPLES) samples.delete(samples.keys().next().value);
    }
    for (const wiring of WIRINGS) {
      const samples = this.#samples[wiring];
      const cell = this.#cells.get(`median ${wiring}`);
      put(cell, samples.size ? duration(median([...samples.values()])) : '–');
      cell.title = samples.size ? `from acceptance to the end, of the latest ${samples.size} that this page saw` : '';
    }
  }

  async #poll() {
    let pause = EVERY_MILLIS;
    try {
      this.#show(await get('/stats'));
    } catch {
      pause = EVERY_AWAY_MILLIS; // the stream says that the service is away
    }
    if (this.#timer !== null) this.#timer = setTimeout(() => this.#poll(), pause);
  }

  #show(stats) {
    for (const wiring of WIRINGS) {
      const states = stats.orders[wiring] ?? {};
      for (const state of Object.keys(STATES)) this.#put(state, wiring, states[state] ?? 0);
      this.#put('all', wiring, Object.values(states).reduce((sum, n) => sum + n, 0));
    }
    this.#figure('deadLetters', stats.deadLetters, stats.deadLetters > 0);
    this.#figure('conflicts', stats.conflicts, stats.conflicts > 0);
    this.#figure('waiting', stats.outbox.waiting, stats.outbox.oldestSeconds > 5);
    this.#listener.stats(stats);
  }

  #row(key, name) {
    const cells = WIRINGS.map(wiring => {
      const cell = el('td', {}, '–');
      this.#cells.set(`${key} ${wiring}`, cell);
      return cell;
    });
    return el('tr', { class: key }, el('th', { scope: 'row' }, name), ...cells);
  }

  #put(key, wiring, number) {
    const cell = this.#cells.get(`${key} ${wiring}`);
    put(cell, shortCount(number));
    cell.classList.toggle('none', number === 0);
  }

  #figure(name, number, alarming) {
    const figure = this.#figures[name];
    put(figure, count(number));
    figure.parentElement.classList.toggle('alarming', alarming);
  }
}

/** Text that has not changed is left alone: nothing is laid out again for it. */
function put(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

function median(values) {
  values.sort((a, b) => a - b);
  return values[Math.floor((values.length - 1) / 2)];
}
