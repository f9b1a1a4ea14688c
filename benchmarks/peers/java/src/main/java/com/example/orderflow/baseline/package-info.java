/**
 * The pipeline as one plain program, without framework and broker: what all the rest is measured
 * beside.
 *
 * <pre>
 * POST /orders ─► OrderEndpoint ─► OrderProcess ─┬─► OrderCheck
 *                  (one virtual                  ├─► PaymentGateway ─┐
 *                   thread an order)             ├─► Carrier ────────┴─► Partner ─► HTTP
 *                                                └─► OrderTable ─► PostgreSQL
 * </pre>
 *
 * <p>The answer is the order's end, which the customer waits for. What it does not do:
 *
 * <ul>
 *   <li>It has no queue. An order that is under way when the process is killed stays where its last
 *       commit left it, until its customer sends it again; then nothing is charged or booked twice.
 *   <li>A partner that is out for longer than some seconds makes dead letters of all orders.
 *   <li>It grows as one: a step cannot be given more processors, another version or a night off
 *       without the others.
 *   <li>Nobody hears of an order but who asked: there are no events, no history, no traces and no
 *       figures of the running program.
 * </ul>
 */
package com.example.orderflow.baseline;
