/** The four ways from an accepted order to its end: one {@code Pipeline} per wiring. */
package com.example.orderflow.orchestration.pipeline;
