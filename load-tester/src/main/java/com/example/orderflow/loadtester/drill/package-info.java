/**
 * Kills the processes of a platform while orders come in, and sees what becomes of the orders.
 *
 * <pre>
 * Drill ─► LoadRun ◄─ OrdersUntilEnd      orders, sent again until they are taken
 *   └──► Killer ─► Outage ─► DrillReport  each process once, and the balance of all
 * </pre>
 */
package com.example.orderflow.loadtester.drill;
