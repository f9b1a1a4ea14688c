import { svg } from './dom.js';
import { duration, time } from './format.js';
import { geometry } from './geometry.js';
import { inWords, MEANING } from './journey.js';

/** From here on a wait is worth a second look: a retry, a cold start, an outage. */
const LONG_WAIT_MILLIS = 1_000;

/** Draws a journey. Steps whose status changed since the last drawing of the same order light up. */
export class Pipeline {
  #place;
  #drawn = new Map();
  #orderId = null;
  #journey = null;

  constructor(place) {
    this.#place = place;
    new ResizeObserver(() => this.#journey && this.#draw()).observe(place);
  }

  show(orderId, journey) {
    if (orderId !== this.#orderId) this.#drawn.clear();
    const known = orderId === this.#orderId;
    this.#orderId = orderId;
    this.#journey = journey;
    this.#draw(known);
  }

  #draw(lighting = false) {
    const { steps, refund } = this.#journey;
    const at = geometry(this.#place.clientWidth, steps.length, refund !== null);
    const picture = svg('svg', {
      class: 'pipeline', role: 'img', 'aria-label': inWords(this.#journey), width: at.width, height: at.height,
      viewBox: `0 0 ${at.width} ${at.height}`,
    });
    at.links.forEach((link, i) => picture.append(svg('path', { class: `link ${steps[i + 1].status}`, d: link.path })));
    at.links.forEach((link, i) => picture.append(wait(steps[i + 1], link.x, link.y, link.anchor)));
    if (refund) {
      const { out, back, waitX, waitY, waitAnchor } = at.refund;
      picture.append(
        svg('path', { class: `link back ${refund.status}`, d: out }),
        svg('path', { class: `link back ${refund.status}`, d: back, 'marker-end': 'url(#backwards)' }),
        wait(refund, waitX, waitY, waitAnchor),
      );
      picture.append(this.#node(refund, at.refund, at.radius, lighting));
    }
    steps.forEach((step, i) => picture.append(this.#node(step, at.nodes[i], at.radius, lighting)));
    if (this.#journey.sentAgain) picture.append(again(this.#journey.sentAgain, at.nodes[0], at.radius));
    this.#place.replaceChildren(picture);
  }

  #node(step, at, radius, lighting) {
    const lit = lighting && this.#drawn.get(step.id) !== step.status && ['done', 'refused'].includes(step.status);
    this.#drawn.set(step.id, step.status);
    const size = radius * 1.1;
    const lines = [['name', step.name], ['by', step.by], ['at', step.at ? time(step.at) : MEANING_SHORT[step.status]]];
    return svg('g', { class: `step ${step.id} ${step.status}${lit ? ' lit' : ''}` },
      svg('title', {}, `${step.name}: ${MEANING[step.status]}`),
      svg('circle', { cx: at.x, cy: at.y, r: radius }),
      svg('use', { href: `#step-${step.status}`, x: at.x - size / 2, y: at.y - size / 2, width: size, height: size }),
      ...lines.map(([name, text], i) => svg('text', { class: name, x: at.labelX, y: at.labelY + i * 16, 'text-anchor': at.anchor }, text)));
  }
}

const MEANING_SHORT = {
  unseen: 'not shown',
  hidden: 'not shown yet',
  waiting: 'its turn',
  stuck: 'undelivered',
  ahead: 'to come',
  skipped: 'not reached',
};

function wait(step, x, y, anchor) {
  if (step.wait === null) return '';
  const long = step.wait >= LONG_WAIT_MILLIS;
  return svg('text', { class: `wait${long ? ' long' : ''}`, x, y, 'text-anchor': anchor },
    `${long ? 'waited ' : '+'}${duration(step.wait)}`);
}

/** The sweeper's mark: the order was sent again. */
function again(times, at, radius) {
  const x = at.x - radius - 20;
  const y = at.y - radius;
  return svg('g', { class: 'again' },
    svg('title', {}, `Sent again by the sweeper, ${times} times`),
    svg('rect', { x: x - 4, y: y - 9, width: 34, height: 18, rx: 9 }),
    svg('text', { x: x + 13, y: y + 4, 'text-anchor': 'middle' }, `↻ ${times}`));
}
