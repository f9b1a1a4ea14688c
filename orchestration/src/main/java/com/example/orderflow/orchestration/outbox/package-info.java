/**
 * Hands accepted orders to their wirings, at least once, until each wiring has said that it keeps
 * them.
 *
 * <pre>
 *                     ┌── failed: wait, longer each time ──┐
 *                     ▼                                    │
 * new orders, ─► claim a batch ─► Pipeline.start each ─► forget those that arrived ─► commit
 * or a second     for update       all at once            delete
 *                 skip locked
 * </pre>
 *
 * Each wiring has a relay of its own: one that is away holds back nobody else's orders. A crash
 * before the commit sends a batch again, with the same ids. Relays of several instances of this
 * service share the work, as a claimed row is locked.
 */
package com.example.orderflow.orchestration.outbox;
