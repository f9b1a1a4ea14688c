package com.example.orderflow.eventpolicy;

/**
 * The event can never be handled, however often it comes: it goes to the dead letters with the
 * reason. Not for a business "no", which is an event.
 */
public final class EventRefused extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final ProblemType type;

  /**
   * @param detail the value, the rule it breaks, and what would be right
   */
  public EventRefused(String detail) {
    this(ProblemType.REFUSED, detail);
  }

  EventRefused(ProblemType type, String detail) {
    // A refusal is an answer, not a fault: nobody reads its stack trace.
    super(detail, null, false, false);
    this.type = type;
  }

  static EventRefused malformed(String detail, Object... values) {
    return new EventRefused(ProblemType.MALFORMED, detail.formatted(values));
  }

  Problem problem() {
    return new Problem(type, getMessage());
  }
}
