import { el, glyph } from './dom.js';

/**
 * The states of an order, as the API names them.
 *
 *   placed ─► validated ─► paid ─► shipped
 *      │          │          └───► cancelled
 *      │          └─► paymentFailed
 *      └─► rejected
 *
 * `proves`: how many of the steps validate, pay and ship an order in this state has been through.
 */
export const STATES = {
  placed: { label: 'Placed', proves: 0 },
  validated: { label: 'Validated', proves: 1 },
  paid: { label: 'Paid', proves: 2 },
  shipped: { label: 'Shipped', proves: 3, ended: true },
  rejected: { label: 'Rejected', proves: 1, ended: true },
  paymentFailed: { label: 'Payment failed', proves: 2, ended: true },
  cancelled: { label: 'Cancelled', proves: 3, ended: true },
};

export const WIRINGS = ['broker', 'sequence', 'argo', 'chain'];

export function hasEnded(state) {
  return STATES[state]?.ended === true;
}

/** Events of a stream and pages of the list overtake each other; an order only moves forward. */
export function later(state, other) {
  if (hasEnded(state)) return state;
  return hasEnded(other) || STATES[other].proves > STATES[state].proves ? other : state;
}

/** A state as shape, colour and word. */
export function badge(state) {
  return el('span', { class: `badge ${state}` }, glyph(`state-${state}`), STATES[state].label);
}
