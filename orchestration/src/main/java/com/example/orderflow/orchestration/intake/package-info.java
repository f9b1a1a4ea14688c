/**
 * Accepts orders: each is durable, together with its outbox row, before it is answered.
 *
 * <pre>
 * POST /orders ─► OrderReader ─► NewOrder ─► WaitingLine ─┐ bounded; full: 503
 * POST /orders ─► OrderReader ─► NewOrder ─► WaitingLine ─┤
 *                                                         ▼
 *                        GroupCommit: whoever waits now, in one statement, one commit
 *                                                         ▼
 *                  202 to each ◄── Acceptance ◄── OrderTable (orders + outbox)
 * </pre>
 */
package com.example.orderflow.orchestration.intake;
