/**
 * A subscriber that answers as a test says and keeps what it got, for the contract suite.
 *
 * <pre>
 *              answers, calls             how to answer?
 *   test ───────────────────────► desk ◄───────────────── probe (a Knative Service: none, one, many)
 *     └─ request ─► /send/HOST ──► │                         ▲
 *                                  └──────► platform ────────┘
 * </pre>
 *
 * The desk is one program that runs all the time; instances of the probe come and go with what they
 * remember, so they ask it. Whatever a platform calls without Knative Serving is the desk itself,
 * under {@code /probe/}. On a cluster a test reaches nothing but the desk, which sends its requests
 * on: they then come from within the cluster, as those of every client do.
 */
package com.example.orderflow.probe;
