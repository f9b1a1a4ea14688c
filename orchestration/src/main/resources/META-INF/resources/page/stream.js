import { SseParser } from './sse.js';

const FIRST_PAUSE_MILLIS = 1_000;
const LONGEST_PAUSE_MILLIS = 15_000;
/** The service says something every 15 s; a connection that says nothing for longer is dead. */
const SILENCE_MILLIS = 40_000;

/**
 * Follows a stream of the service, for as long as it is on.
 *
 *   start ─► connect ─► live ── breaks ──► away: pause, doubled each time ─┐
 *              ▲                                                           │
 *              └─────────────── with Last-Event-ID ◄───────────────────────┘
 *
 * An EventSource would resume too, but gives up for good on the first answer that is an error, and
 * does not tell when it tries again.
 */
export class LiveStream {
  #path;
  #listener;
  #lastId = null;
  #running = null;
  #wake = () => {};

  /**
   * listener: { live(fresh), events(list), away(untilMillis) }. After live(true) whatever happened
   * before has to be asked for; after live(false) nothing was missed.
   */
  constructor(path, listener) {
    this.#path = path;
    this.#listener = listener;
  }

  start() {
    if (this.#running) return;
    this.#running = new AbortController();
    this.#run(this.#running.signal);
  }

  /** Starting again goes on where this stopped. */
  stop() {
    this.#running?.abort();
    this.#running = null;
    this.#wake();
  }

  /** Ends a pause. */
  retry() {
    this.#wake();
  }

  /** The next connection begins anew. */
  forget() {
    this.#lastId = null;
  }

  async #run(stopped) {
    let pause = FIRST_PAUSE_MILLIS;
    while (!stopped.aborted) {
      try {
        await this.#follow(stopped, () => (pause = FIRST_PAUSE_MILLIS));
      } catch {
        // whatever it was, there is no stream
      }
      if (stopped.aborted) return;
      // Not all pages at once, when the service comes back.
      const wait = pause * (0.75 + Math.random() / 2);
      this.#listener.away(Date.now() + wait);
      await this.#sleep(wait);
      pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
    }
  }

  async #follow(stopped, connected) {
    const silence = new AbortController();
    let patience = setTimeout(() => silence.abort(), SILENCE_MILLIS);
    try {
      const fresh = this.#lastId === null;
      const response = await fetch(this.#path, {
        headers: fresh ? {} : { 'Last-Event-ID': this.#lastId },
        signal: AbortSignal.any([stopped, silence.signal]),
        cache: 'no-store',
      });
      // The service knows no such position: its database is another one.
      if (response.status === 400) this.#lastId = null;
      if (!response.ok) return;
      const parser = new SseParser();
      const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
      connected();
      this.#listener.live(fresh);
      for (;;) {
        const { done, value } = await reader.read();
        if (done || stopped.aborted) return;
        clearTimeout(patience);
        patience = setTimeout(() => silence.abort(), SILENCE_MILLIS);
        const events = parser.push(value).map(data => JSON.parse(data));
        this.#lastId = parser.lastId ?? this.#lastId;
        if (events.length) this.#listener.events(events);
      }
    } finally {
      clearTimeout(patience);
    }
  }

  #sleep(millis) {
    return new Promise(resolve => {
      const timer = setTimeout(resolve, millis);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
