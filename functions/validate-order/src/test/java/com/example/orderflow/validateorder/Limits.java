package com.example.orderflow.validateorder;

/** The limits of a test. */
record Limits(int maxLines, long maxQuantity, long maxTotalMinorUnits) implements OrderLimits {

  static final Limits DEFAULT = new Limits(2_000, 100_000, 100_000_000);
}
