/**
 * Decides whether an order is fit to be paid for.
 *
 * <pre>
 * order.created ─► ValidateOrderFunction ─► OrderRules ─► Verdict.Valid   ─► order.validated
 *                                               ▲         Verdict.Invalid ─► order.rejected
 *                                          OrderLimits
 * </pre>
 */
package com.example.orderflow.validateorder;
