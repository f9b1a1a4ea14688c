/** Narrower than this, the pipeline is drawn from top to bottom. */
const NARROW = 470;
const RADIUS = 17;

/**
 * Where the parts of the pipeline stand, for a width.
 *
 *   wide:     ● ── ● ── ● ── ●         narrow:    ● Accepted
 *                       ▲    │                    ● Validate
 *                       └─ ● ┘                 ┌► ● Charge
 *                                              │  ● Ship
 *                                              └─ ● Refund
 */
export function geometry(width, steps, withRefund) {
  return width < NARROW ? downwards(width, steps, withRefund) : rightwards(width, steps, withRefund);
}

function rightwards(width, steps, withRefund) {
  const gap = width / steps;
  const y = 40;
  const nodes = Array.from({ length: steps }, (_, i) => ({ x: gap * (i + 0.5), y, labelX: gap * (i + 0.5), labelY: y + 38, anchor: 'middle' }));
  const links = nodes.slice(1).map((node, i) => ({
    path: `M ${nodes[i].x + RADIUS} ${y} H ${node.x - RADIUS}`,
    x: (nodes[i].x + node.x) / 2, y: y - 10, anchor: 'middle',
  }));
  const [pay, ship] = nodes.slice(-2);
  const low = y + 128;
  const middle = (pay.x + ship.x) / 2;
  return {
    width, height: withRefund ? low + 82 : y + 82, radius: RADIUS, nodes, links,
    refund: {
      x: middle, y: low, labelX: middle, labelY: low + 36, anchor: 'middle',
      out: `M ${ship.x} ${y + 80} V ${low - 12} Q ${ship.x} ${low} ${ship.x - 12} ${low} H ${middle + RADIUS}`,
      back: `M ${middle - RADIUS} ${low} H ${pay.x + 12} Q ${pay.x} ${low} ${pay.x} ${low - 12} V ${y + 84}`,
      waitX: ship.x - 8, waitY: low - 28, waitAnchor: 'end',
    },
  };
}

function downwards(width, steps, withRefund) {
  const x = 44;
  const gap = 74;
  const at = i => ({ x, y: 26 + i * gap, labelX: x + 32, labelY: 22 + i * gap, anchor: 'start' });
  const nodes = Array.from({ length: steps }, (_, i) => at(i));
  const links = nodes.slice(1).map((node, i) => ({
    path: `M ${x} ${nodes[i].y + RADIUS} V ${node.y - RADIUS}`,
    x: width - 8, y: node.y - 4, anchor: 'end',
  }));
  const last = at(steps);
  const [pay, ship] = nodes.slice(-2);
  const side = 12;
  return {
    width, height: last.y + (withRefund ? 40 : 40 - gap), radius: RADIUS, nodes, links,
    refund: {
      ...last,
      out: `M ${x} ${ship.y + RADIUS} V ${last.y - RADIUS}`,
      back: `M ${x - RADIUS} ${last.y} H ${side + 8} Q ${side} ${last.y} ${side} ${last.y - 8} V ${pay.y + 8} Q ${side} ${pay.y} ${side + 8} ${pay.y} H ${x - RADIUS - 4}`,
      waitX: width - 8, waitY: last.y - 4, waitAnchor: 'end',
    },
  };
}
