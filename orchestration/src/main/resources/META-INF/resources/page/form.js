import { post, withParameters } from './api.js';
import { el } from './dom.js';
import { WIRINGS } from './states.js';

/** What the sandbox does for these values; the rest of the order is as it stands in the form. */
const OUTCOMES = {
  ships: { says: 'Ships' },
  declined: { says: 'Payment declined', paymentToken: 'tok_declined' },
  noCarrier: { says: 'No carrier: refunded', country: 'US' },
  rejected: { says: 'Rejected: breaks rules', currency: 'pounds', quantity: '0' },
  slow: { says: 'Gateway slow', paymentToken: 'tok_slow' },
  outage: { says: 'Gateway away, then back', paymentToken: 'tok_outage_then_ok' },
  crash: { says: 'Crash after the charge', paymentToken: 'tok_crash_after_charge' },
};
const USUAL = { customerId: '17850', country: 'GB', currency: 'GBP', paymentToken: 'tok_ok', sku: '85123A', quantity: '6', unitPrice: '255' };
const FIELDS = { 'destination.country': 'country', 'lines[0].sku': 'sku', 'lines[0].quantity': 'quantity', 'lines[0].unitPrice': 'unitPrice' };
const ALL = 'all';

/**
 * Places orders. Whether values are right is the API's to say: its violations are shown at their
 * fields.
 */
export class OrderForm {
  #form;
  #said;
  #placed;
  #key = null;

  /** placed(answers): what the API answered for each order. */
  constructor(form, placed) {
    this.#form = form;
    this.#said = form.querySelector('[data-part=said]');
    this.#placed = placed;
    const { outcome } = form.elements;
    outcome.append(...Object.entries(OUTCOMES).map(([id, { says }]) => el('option', { value: id }, says)));
    outcome.addEventListener('change', () => this.#fill());
    // Another order needs another key; the same one keeps its key until it was accepted.
    form.addEventListener('input', () => (this.#key = null));
    form.addEventListener('submit', event => {
      event.preventDefault();
      this.#send();
    });
    this.#fill();
  }

  #fill() {
    const values = { ...USUAL, ...OUTCOMES[this.#form.elements.outcome.value] };
    for (const field of Object.keys(USUAL)) this.#form.elements[field].value = values[field];
    this.#clear();
  }

  async #send() {
    const button = this.#form.querySelector('button');
    const wiring = this.#form.elements.wiring.value;
    const key = (this.#key ??= newKey());
    this.#clear();
    button.disabled = true;
    try {
      const order = this.#order();
      const answers = await Promise.all((wiring === ALL ? WIRINGS : [wiring]).map(one =>
        post(withParameters('/orders', { wiring: one }), order, { 'Idempotency-Key': `${key}-${one || 'default'}` })));
      this.#key = null;
      this.#placed(answers);
      this.#say(answers.length > 1 ? `${answers.length} orders accepted, one for each wiring.` : `Order ${answers[0].orderId} accepted.`);
    } catch (problem) {
      this.#refused(problem);
    } finally {
      button.disabled = false;
    }
  }

  #order() {
    const value = name => this.#form.elements[name].value.trim();
    return {
      customerId: value('customerId') || undefined,
      currency: value('currency') || undefined,
      destination: { country: value('country') || undefined },
      paymentToken: value('paymentToken') || undefined,
      lines: [{ sku: value('sku') || undefined, quantity: number(value('quantity')), unitPrice: number(value('unitPrice')) }],
    };
  }

  #refused(problem) {
    const elsewhere = [];
    for (const violation of problem.violations ?? []) {
      const input = this.#form.elements[FIELDS[violation.field] ?? violation.field];
      const text = `${violation.value === undefined || violation.value === null ? 'nothing' : `“${violation.value}”`} is not ${violation.rule}`;
      if (input) mark(input, text);
      else elsewhere.push(`${violation.field}: ${text}`);
    }
    const more = problem.passing ? 'Nothing was ordered twice: place it again.' : '';
    this.#say([problem.message, ...elsewhere, more].filter(Boolean).join(' '), true);
    const first = this.#form.querySelector('[aria-invalid=true]');
    first?.closest('details')?.setAttribute('open', '');
    first?.focus();
  }

  #say(text, wrong = false) {
    this.#said.textContent = text;
    this.#said.classList.toggle('wrong', wrong);
  }

  #clear() {
    this.#say('');
    for (const input of this.#form.querySelectorAll('[aria-invalid]')) {
      input.removeAttribute('aria-invalid');
      input.removeAttribute('aria-describedby');
    }
    for (const note of this.#form.querySelectorAll('.violation')) note.remove();
  }
}

function mark(input, text) {
  const note = el('span', { class: 'violation', id: `${input.id}-violation` }, text);
  input.setAttribute('aria-invalid', 'true');
  input.setAttribute('aria-describedby', note.id);
  input.after(note);
}

/** What is no number goes as it is, for the API to say so. */
function number(text) {
  return /^-?\d{1,15}$/.test(text) ? Number(text) : text || undefined;
}

/** crypto.randomUUID exists on https and localhost only. */
function newKey() {
  return [...crypto.getRandomValues(new Uint8Array(16))].map(byte => byte.toString(16).padStart(2, '0')).join('');
}
