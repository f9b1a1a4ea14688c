/**
 * How every function treats events and failures; the one library that the functions share.
 *
 * <p>Funqy leaves open, or answers in a way that makes Knative retry for nothing, what goes wrong
 * around a function. This is decided here, once:
 *
 * <pre>
 * POST /railway ─► as on /, but what has no function here is answered with itself: {@link Railway}
 *
 * POST / ─► Gate ─────────────► Funqy ─► function ─► Replies.to(event, …) ─► 200 + event
 *             │ no event, wrong    │ no function       ├─ Replies.none(…) ─────► 204, no event
 *             │ type of content    │ for this type     ├─ data refused ────► 400 dead letter, at once
 *             ▼                    ▼                   ├─ DependencyUnavailable ─► 503 Knative retries
 *           Failures ◄─────────────┴───────────────────┴─ anything else ───► 500 retries, dead letter
 *             └─► application/problem+json: 400, 405, 413, 415, 422, 503, 500
 * </pre>
 *
 * <p>A function uses {@link com.example.orderflow.eventpolicy.Replies} and throws {@link
 * com.example.orderflow.eventpolicy.DependencyUnavailable} or {@link
 * com.example.orderflow.eventpolicy.EventRefused}; the rest works by being on the class path.
 */
package com.example.orderflow.eventpolicy;
