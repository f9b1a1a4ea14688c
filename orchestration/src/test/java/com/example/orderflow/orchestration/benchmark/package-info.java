/**
 * What the service does in a second, and what an order costs it. Run by {@code benchmarks/orders}.
 */
package com.example.orderflow.orchestration.benchmark;
