package com.example.orderflow.localplatform.eventing;

/** How the pause between two attempts grows. */
public enum BackoffPolicy {
  /** {@code backoffDelay} times 1, 2, 3, … */
  LINEAR,
  /**
   * {@code backoffDelay} times 2, 4, 8, …: the real broker doubles before the first pause already.
   */
  EXPONENTIAL
}
