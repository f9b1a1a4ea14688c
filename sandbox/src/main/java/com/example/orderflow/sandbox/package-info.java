/**
 * The payment gateway and the carrier that Orderflow talks to, simulated by a process of its own.
 *
 * <pre>
 *   process-payment ─ POST /charges, /refunds ─► payment ─┐
 *   ship-order ────── POST /bookings ──────────► carrier ─┼─► ledger ─► PostgreSQL, database `sandbox`
 *   balance sheet ─── GET  /ledger ───────────────────────┘
 * </pre>
 *
 * <p>Simulated: who pays, what fails, who delivers; the token and the country decide. Real: the
 * HTTP, the idempotency, the durability. What is in the ledger happened, and nothing else did; no
 * function may connect to its database, so that it can bear witness against them.
 */
package com.example.orderflow.sandbox;
