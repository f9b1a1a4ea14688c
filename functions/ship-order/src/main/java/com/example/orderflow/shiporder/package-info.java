/**
 * Books a parcel for a paid order exactly once, or says that no carrier goes there.
 *
 * <pre>
 * payment.completed ─► ShipOrderFunction ─► Shipments ─┬─ Shipment.Booked ──► order.shipped
 *                                             │   │    └─ Shipment.Refused ─► shipment.failed
 *                         ShipmentStore ◄─────┘   └────► Carrier
 *                         (PostgreSQL)                   (HTTP)
 * </pre>
 */
package com.example.orderflow.shiporder;
