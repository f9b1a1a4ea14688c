/**
 * How many pods a load would need, and what it would cost: Knative's autoscaler (KPA), simulated.
 *
 * <pre>
 * arrivals ─► Cluster: queue ─► pods ─► answers         every 2 s
 *                │  what is in flight, second by second ───► Window ─► Autoscaler
 *                └◄────────────── start or stop pods ◄───────────────────┘
 * </pre>
 */
package com.example.orderflow.loadtester.plan;
