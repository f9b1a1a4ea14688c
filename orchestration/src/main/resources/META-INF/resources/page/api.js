/** What the service answers with when it refuses: RFC 9457. */
export class Problem extends Error {
  constructor(status, body) {
    super(body.detail ?? body.title ?? `The service answered ${status}.`);
    this.status = status;
    this.title = body.title;
    this.violations = body.violations ?? [];
  }

  /** The same request may pass later. */
  get passing() {
    return this.status >= 500;
  }
}

/** No answer at all. */
export class Away extends Error {
  constructor(cause) {
    super('The service does not answer.', { cause });
  }

  get passing() {
    return true;
  }
}

const PATIENCE_MILLIS = 10_000;

export function get(path) {
  return request(path, {});
}

export function post(path, body, headers) {
  return request(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
}

/** A path with those of the parameters that have a value. */
export function withParameters(path, parameters) {
  const given = Object.entries(parameters).filter(([, value]) => value);
  return given.length ? `${path}?${new URLSearchParams(given)}` : path;
}

async function request(path, options) {
  const headers = { Accept: 'application/json, application/problem+json', ...options.headers };
  let response;
  let body;
  try {
    response = await fetch(path, { ...options, headers, signal: AbortSignal.timeout(PATIENCE_MILLIS) });
    body = await response.json();
  } catch (e) {
    if (!response || response.ok) throw new Away(e);
    body = {}; // an error of a proxy in between
  }
  if (!response.ok) throw new Problem(response.status, body);
  return body;
}
