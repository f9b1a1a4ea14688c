/**
 * Sends orders, follows what becomes of them, and says whether any was lost.
 *
 * <pre>
 * reading ─► sending ─► API or Broker        order-events, dead-letters ─► topics ─┬─► balance
 *               └───────────── what was sent ──────────────────────────────────────┤
 *                                                          ledger of the sandbox ──┘
 * </pre>
 */
package com.example.orderflow.loadtester;
