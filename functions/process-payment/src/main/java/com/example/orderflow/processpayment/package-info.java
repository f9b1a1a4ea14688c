/**
 * Charges an order's card exactly once, and gives the money back when the order cannot be shipped.
 *
 * <pre>
 * order.validated ─┐                                   ┌─ Payment.Completed ─► payment.completed
 *                  ├─► ProcessPaymentFunction ─► Payments ─ Payment.Failed ──► payment.failed
 * shipment.failed ─┘                              │  │  └─ Payment.Refunded ──► payment.refunded
 *                               PaymentStore ◄────┘  └────► PaymentGateway
 *                               (PostgreSQL)                (HTTP)
 * </pre>
 */
package com.example.orderflow.processpayment;
