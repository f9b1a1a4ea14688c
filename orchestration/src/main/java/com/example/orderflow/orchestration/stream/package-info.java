/**
 * Live updates as server-sent events: each client is a cursor over the one log of all orders.
 *
 * <pre>
 * timeline (database) ─► tail ─► ring: the latest entries, serialised once
 *        │                              │
 *        └── a cursor older than ───────┴─► client: one write under way at a time
 *            the ring reads here            client …
 * </pre>
 */
package com.example.orderflow.orchestration.stream;
