/**
 * Requests at the times of a schedule, whatever the answers do.
 *
 * <pre>
 *            due                    may start                       answered
 * schedule ──────► Pacer ──┬──────────────────► HttpTarget ───────────────────► Meters
 *                          └─ too many wait: missed ────────────────────────────►
 * </pre>
 */
package com.example.orderflow.loadtester.firing;
