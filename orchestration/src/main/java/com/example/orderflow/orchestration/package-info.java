/**
 * The service in front of the functions: it accepts orders, hands each to one of four pipelines,
 * and follows it to its end.
 *
 * <pre>
 *  POST /orders ─► intake ─► order + outbox row, one transaction
 *                                    │
 *                                  relay ─► pipeline: broker │ sequence │ argo │ chain
 *                                                                │
 *  timeline, state, streams ◄── projection ◄── topic order-events ◄┘
 * </pre>
 */
package com.example.orderflow.orchestration;
