/**
 * Orders from files: JSON in a few shapes, and the CSV of a shop. Nothing is mended in silence.
 *
 * <pre>
 * *.json, *.jsonl ─► JsonOrders ─► OrderDocument ─┐
 *                                                 ├─► OutgoingOrder
 * *.csv ─► RetailRows ─► RetailRow ─► RetailFile ─┘
 * </pre>
 */
package com.example.orderflow.loadtester.reading;
