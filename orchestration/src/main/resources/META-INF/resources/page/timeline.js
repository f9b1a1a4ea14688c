import { el, glyph } from './dom.js';
import { duration, time } from './format.js';

const LABELS = {
  'com.example.order.created': 'Order created',
  'com.example.order.validated': 'Order validated',
  'com.example.order.rejected': 'Order rejected',
  'com.example.payment.completed': 'Payment completed',
  'com.example.payment.failed': 'Payment failed',
  'com.example.payment.refunded': 'Payment refunded',
  'com.example.order.shipped': 'Order shipped',
  'com.example.shipment.failed': 'Shipment failed',
  sentAgain: 'Sent again by the sweeper',
  replayed: 'Replayed from the dead-letter desk',
  deadLetter: 'Could not be delivered',
  conflict: 'Contradicts what was seen before',
};
const MARKS = { sentAgain: 'again', replayed: 'again', deadLetter: 'dead-letter', conflict: 'conflict' };

/** The entries of a timeline, for reading. What is open stays open when one is added. */
export function showTimeline(list, entries) {
  const open = new Set([...list.querySelectorAll('details[open]')].map(details => details.dataset.entry));
  const first = entries.length ? Date.parse(entries[0].time) : 0;
  list.replaceChildren(...entries.map(entry => line(entry, first, open)));
}

function line(entry, first, open) {
  const mark = MARKS[entry.type];
  const at = Date.parse(entry.time);
  return el('li', { class: mark ? `marked ${mark}` : '' },
    el('time', { datetime: entry.time, title: entry.time }, time(at)),
    el('span', { class: 'after' }, at === first ? '' : `${at < first ? '−' : '+'}${duration(Math.abs(at - first))}`),
    el('div', { class: 'what' },
      el('strong', {}, mark && glyph(mark), LABELS[entry.type] ?? entry.type),
      el('span', { class: 'source' }, entry.source),
      entry.note && el('p', {}, entry.note),
      entry.data && json('data of the event', entry.data, entry.id, open.has(entry.id))));
}

/** A document behind its name. */
export function json(name, document, key = name, open = false) {
  return el('details', { 'data-entry': key, open }, el('summary', {}, name),
    el('pre', { tabindex: 0 }, JSON.stringify(document, null, 2)));
}
