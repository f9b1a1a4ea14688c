import { hasEnded, STATES } from './states.js';

const TYPE = 'com.example.';

/** The way of an order, with what each answer of a step means. */
const STEPS = [
  { id: 'accept', name: 'Accepted', by: 'orchestration', done: 'order.created' },
  { id: 'validate', name: 'Validate', by: 'validate-order', asked: 'order.created', done: 'order.validated', no: 'order.rejected' },
  { id: 'pay', name: 'Charge', by: 'process-payment', asked: 'order.validated', done: 'payment.completed', no: 'payment.failed' },
  { id: 'ship', name: 'Ship', by: 'ship-order', asked: 'payment.completed', done: 'order.shipped', no: 'shipment.failed' },
];
const REFUND = { id: 'refund', name: 'Refund', by: 'process-payment', asked: 'shipment.failed', done: 'payment.refunded' };

/**
 * What is known of an order's way, from its timeline and its state.
 *
 * Each step has a status:
 *   done     its event is there
 *   refused  its event is there and says no: a result, not a failure
 *   unseen   the state proves that it was done, but the wiring does not show it
 *   hidden   the order is somewhere in here, and the wiring shows only its last answer
 *   waiting  it is this step's turn
 *   stuck    it was this step's turn, and the event could not be delivered
 *   ahead    its turn may come
 *   skipped  the order has ended before
 *
 * `order`: { wiring, state, acceptedAt }; `entries`: of the timeline, causes first.
 */
export function journey(order, entries) {
  const events = new Map(entries.filter(entry => entry.kind === 'event').map(entry => [entry.type.replace(TYPE, ''), entry]));
  const marks = entries.filter(entry => entry.kind === 'mark');
  const letters = lettersSinceReplay(marks);
  const stuck = stuckTypes(entries, letters);
  const ended = hasEnded(order.state);
  let turn = !ended;
  let before = order.acceptedAt;

  function step(rule, index) {
    const event = events.get(rule.done) ?? events.get(rule.no);
    const at = event ? Date.parse(event.time) : index === 0 ? order.acceptedAt : null;
    const known = { ...rule, at, wait: at && index > 0 ? Math.max(0, at - before) : null, since: before };
    before = at ?? before;
    if (events.has(rule.done) || index === 0) return { ...known, status: 'done' };
    if (event) return { ...known, status: 'refused' };
    if (index <= STATES[order.state].proves) return { ...known, status: 'unseen' };
    if (ended) return { ...known, status: 'skipped' };
    if (order.wiring === 'sequence') return { ...known, status: 'hidden' };
    const status = !turn ? 'ahead' : stuck.has(rule.asked) ? 'stuck' : 'waiting';
    turn = false;
    return { ...known, status };
  }

  const steps = STEPS.map(step);
  const failed = steps[3].status === 'refused';
  const refund = failed || events.has(REFUND.done) || order.state === 'cancelled'
    ? refundStep(events, stuck, order.state, before) : null;
  return {
    state: order.state,
    wiring: order.wiring,
    ended,
    steps,
    refund,
    sentAgain: marks.filter(mark => mark.type === 'sentAgain').length,
    stuck: letters.length,
    conflict: marks.some(mark => mark.type === 'conflict'),
    total: ended ? Math.max(before, refund?.at ?? 0) - order.acceptedAt : null,
  };
}

function refundStep(events, stuck, state, before) {
  const event = events.get(REFUND.done);
  const at = event ? Date.parse(event.time) : null;
  const status = event ? 'done' : state === 'cancelled' ? 'unseen' : stuck.has(REFUND.asked) ? 'stuck' : 'waiting';
  return { ...REFUND, at, wait: at ? Math.max(0, at - before) : null, since: before, status };
}

/** What was undeliverable before a replay has got another try. */
function lettersSinceReplay(marks) {
  const replayed = Math.max(0, ...marks.filter(mark => mark.type === 'replayed').map(mark => mark.position));
  return marks.filter(mark => mark.type === 'deadLetter' && mark.position > replayed);
}

/** The types of the events that could not be delivered; one that is not on the timeline is the creation. */
function stuckTypes(entries, letters) {
  const types = new Map(entries.map(entry => [entry.id, entry.type.replace(TYPE, '')]));
  return new Set(letters.map(letter => types.get(letter.causationId) ?? 'order.created'));
}

/** What the drawing shows, in words. */
export function inWords(journey) {
  const words = [...journey.steps, ...(journey.refund ? [journey.refund] : [])]
    .filter(step => step.status !== 'skipped')
    .map(step => `${step.name}: ${MEANING[step.status]}`);
  return `${STATES[journey.state].label}. ${words.join('; ')}.`;
}

export const MEANING = {
  done: 'done',
  refused: 'said no',
  unseen: 'done, not shown by this wiring',
  hidden: 'inside the wiring, which shows only its last answer',
  waiting: 'its turn',
  stuck: 'could not be delivered',
  ahead: 'to come',
  skipped: 'not reached',
};
