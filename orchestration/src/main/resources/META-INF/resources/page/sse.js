/**
 * Reads server-sent events from chunks of text, cut anywhere.
 *
 *   chunk ─► lines ─┬─ field: value ─► the event so far
 *                   └─ empty line ───► the event, when it has data
 */
export class SseParser {
  #rest = '';
  #data = [];

  /** Of the last event, also of one without data; where to resume. */
  lastId = null;

  /** The data of every event that this chunk completes. */
  push(chunk) {
    const lines = (this.#rest + chunk).split(/\r?\n/);
    this.#rest = lines.pop();
    const events = [];
    for (const line of lines) {
      if (line !== '') {
        this.#field(line);
      } else if (this.#data.length) {
        events.push(this.#data.join('\n'));
        this.#data = [];
      }
    }
    return events;
  }

  #field(line) {
    const colon = line.indexOf(':');
    const value = line.slice(colon + 1).replace(/^ /, '');
    switch (line.slice(0, colon)) {
      case 'id':
        this.lastId = value;
        break;
      case 'data':
        this.#data.push(value);
        break;
      default: // a comment, which keeps the connection, or a field of no use here
    }
  }
}
