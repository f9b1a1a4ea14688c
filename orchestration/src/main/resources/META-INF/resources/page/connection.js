/**
 * Says how this page stands with the service.
 *
 *   connecting ─► live ◄─► away: again in n s
 *                  ▲
 *                  └─► paused
 */
export class Connection {
  #status;
  #banner;
  #until = 0;

  /** now(): asked to try again at once. */
  constructor(status, banner, now) {
    this.#status = status;
    this.#banner = banner;
    banner.querySelector('button').addEventListener('click', now);
    setInterval(() => this.#count(), 500);
  }

  connecting() {
    this.#show('connecting', 'Connecting …');
  }

  live() {
    this.#show('live', 'Live');
  }

  paused() {
    this.#show('paused', 'Paused');
  }

  away(until) {
    this.#until = until;
    this.#show('away', 'Service away');
    this.#count();
  }

  #show(state, text) {
    if (this.#status.dataset.state === state) return;
    this.#status.dataset.state = state;
    this.#status.textContent = text;
    this.#banner.hidden = state !== 'away';
  }

  #count() {
    if (this.#status.dataset.state !== 'away') return;
    const seconds = Math.max(0, Math.ceil((this.#until - Date.now()) / 1000));
    this.#banner.querySelector('[data-part=again]').textContent = seconds ? `Trying again in ${seconds} s.` : 'Trying again …';
  }
}
