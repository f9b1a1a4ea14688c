package com.example.orderflow.localplatform.eventing;

/**
 * Which answers are worth another attempt, as measured on the real broker.
 *
 * <pre>
 *   404  408  409  429  every 5xx            again
 *   no answer (reset, refused, timeout)      again
 *   every other status that is no 2xx        dead letter at once
 * </pre>
 */
final class RetryTable {
  private RetryTable() {}

  static boolean again(int status) {
    return switch (status) {
      case 404, 408, 409, 429 -> true;
      default -> status / 100 == 5;
    };
  }
}
