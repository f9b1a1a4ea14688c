/** Elements are made here and nowhere else: text from data becomes text nodes, never markup. */

const SVG = 'http://www.w3.org/2000/svg';

/** An element with attributes; false, null and undefined leave one out. */
export function el(name, attributes = {}, ...children) {
  return filled(document.createElement(name), attributes, children);
}

export function svg(name, attributes = {}, ...children) {
  return filled(document.createElementNS(SVG, name), attributes, children);
}

/** A shape of the sprite in index.html. */
export function glyph(id) {
  return svg('svg', { class: 'glyph', 'aria-hidden': 'true', viewBox: '0 0 16 16' }, svg('use', { href: `#${id}` }));
}

function filled(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) element.setAttribute(name, '');
    else if (value !== false && value != null) element.setAttribute(name, value);
  }
  element.append(...children.filter(child => child != null && child !== false));
  return element;
}
