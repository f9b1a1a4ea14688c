import { el, glyph } from './dom.js';
import { duration, time } from './format.js';
import { badge, hasEnded } from './states.js';

const ROW_HEIGHT = 34; // as .row in page.css
const OVERSCAN = 8;
/** Rows from the end at which older orders are asked for. */
const MORE_BEFORE = 60;

/**
 * The rows that can be seen, of as many orders as there are. Elements are made for these only, and
 * take on another order when they are scrolled out.
 *
 *   ┌─ sizer, as high as all rows ─┐
 *   │                              │
 *   │ ┌─ window ─────────────────┐ │
 *   │ │ row  row  row  row  row  │ │   row i stands at i × ROW_HEIGHT
 *   │ └──────────────────────────┘ │
 *   └──────────────────────────────┘
 *
 * The window has the focus; arrows move the selection, which aria-activedescendant names.
 */
export class OrderList {
  #window;
  #sizer;
  #orders;
  #listener;
  #rows = [];
  #selected = null;

  /** listener: { selected(id), opened() } */
  constructor(windowElement, orders, listener) {
    this.#window = windowElement;
    this.#sizer = windowElement.firstElementChild;
    this.#orders = orders;
    this.#listener = listener;
    windowElement.addEventListener('scroll', () => this.draw(), { passive: true });
    windowElement.addEventListener('keydown', event => this.#key(event));
    windowElement.addEventListener('click', event => this.#click(event));
    new ResizeObserver(() => this.draw()).observe(windowElement);
  }

  select(id) {
    this.#selected = id;
    this.draw();
  }

  /** So many rows came in front: what somebody reads stays where it is. */
  shift(rows) {
    if (rows && this.#window.scrollTop > 0) this.#window.scrollTop += rows * ROW_HEIGHT;
  }

  draw() {
    const orders = this.#orders.rows;
    this.#sizer.style.height = `${orders.length * ROW_HEIGHT}px`;
    const first = Math.max(0, Math.floor(this.#window.scrollTop / ROW_HEIGHT) - OVERSCAN);
    const fitting = Math.ceil(this.#window.clientHeight / ROW_HEIGHT) + 2 * OVERSCAN;
    const last = Math.min(orders.length, first + fitting);
    this.#keep(last - first);
    this.#window.removeAttribute('aria-activedescendant');
    this.#rows.forEach((row, i) => this.#fill(row, orders[first + i], first + i));
    this.#window.setAttribute('aria-rowcount', this.#orders.hasMore ? -1 : orders.length);
    if (last > orders.length - MORE_BEFORE) this.#orders.more();
  }

  #keep(size) {
    while (this.#rows.length < size) {
      const row = el('div', { class: 'row', role: 'row', id: `row-${this.#rows.length}` });
      this.#rows.push(row);
      this.#sizer.append(row);
    }
    while (this.#rows.length > size) this.#rows.pop().remove();
  }

  #fill(row, order, index) {
    const selected = order.id === this.#selected;
    row.style.transform = `translateY(${index * ROW_HEIGHT}px)`;
    row.ariaRowIndex = index + 1;
    row.ariaSelected = selected;
    if (selected) this.#window.setAttribute('aria-activedescendant', row.id);
    const shown = `${order.id} ${order.state} ${order.stuck} ${order.conflict}`;
    if (row.dataset.shown === shown) return;
    row.dataset.shown = shown;
    row.dataset.order = order.id;
    row.replaceChildren(...cells(order));
  }

  #click(event) {
    const id = event.target.closest('.row')?.dataset.order;
    if (!id) return;
    this.#choose(id);
    this.#listener.opened();
  }

  #key(event) {
    const orders = this.#orders.rows;
    if (!orders.length || event.ctrlKey || event.altKey || event.metaKey) return;
    const at = orders.findIndex(order => order.id === this.#selected);
    const page = Math.max(1, Math.floor(this.#window.clientHeight / ROW_HEIGHT) - 1);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + page, PageUp: at - page, Home: 0, End: orders.length - 1 };
    if (event.key === 'Enter' && at >= 0) {
      this.#listener.opened();
    } else if (event.key in to) {
      const index = Math.min(orders.length - 1, Math.max(0, to[event.key]));
      this.#reveal(index);
      this.#choose(orders[index].id);
    } else {
      return;
    }
    event.preventDefault();
  }

  #choose(id) {
    this.select(id);
    this.#listener.selected(id);
  }

  #reveal(index) {
    const top = index * ROW_HEIGHT;
    const bottom = top + ROW_HEIGHT - this.#window.clientHeight;
    this.#window.scrollTop = Math.max(bottom, Math.min(top, this.#window.scrollTop));
  }
}

function cells(order) {
  const took = hasEnded(order.state) ? duration(order.updatedAt - order.acceptedAt) : '';
  return [
    cell('state', badge(order.state), mark(order.stuck, 'dead-letter', 'on the dead-letter desk'),
      mark(order.conflict, 'conflict', 'contradicting events')),
    cell('id', el('bdi', { title: order.id }, order.id)),
    cell('wiring', order.wiring),
    cell('accepted', time(order.acceptedAt)),
    cell('took', took),
  ];
}

function cell(name, ...content) {
  return el('span', { class: name, role: 'gridcell' }, ...content);
}

function mark(shown, shape, meaning) {
  return shown && el('span', { class: `mark ${shape}`, title: meaning }, glyph(shape), el('span', { class: 'heard' }, meaning));
}
