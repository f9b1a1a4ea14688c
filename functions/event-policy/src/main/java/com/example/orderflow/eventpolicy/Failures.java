package com.example.orderflow.eventpolicy;

import com.example.orderflow.events.Channels;
import io.quarkus.funqy.runtime.ApplicationException;

/** Says what a failure around an event means: the table of the policy, from the failure's side. */
final class Failures {

  private Failures() {}

  /** What went wrong before there was an event: the sender's fault, whatever was thrown. */
  static Problem unread(int status) {
    return switch (status) {
      case 413 ->
          new Problem(
              ProblemType.TOO_LARGE,
              "body: more than the %,d bytes that an event may have"
                  .formatted(Channels.LARGEST_EVENT_BYTES));
      case 404 ->
          new Problem(ProblemType.UNKNOWN_PATH, "no path; events are taken on " + Gate.EVENTS_PATH);
      default -> new Problem(ProblemType.MALFORMED, "not a well-formed HTTP request");
    };
  }

  /**
   * What went wrong with an event.
   *
   * @param status what the failing handler asked for; -1 when it threw
   * @param thrown null when the failing handler only gave a status
   * @param type the event's type; null when the gate has not let it through
   */
  static Problem of(int status, Throwable thrown, String type) {
    return switch (cause(thrown)) {
      case EventRefused refused -> refused.problem();
      case DependencyUnavailable unavailable ->
          new Problem(ProblemType.UNAVAILABLE, unavailable.getMessage());
      case null, default -> byStatus(status, type);
    };
  }

  private static Problem byStatus(int status, String type) {
    // Funqy's way to say that no function has this type as its trigger.
    return status == 404
        ? new Problem(
            ProblemType.UNKNOWN_TYPE,
            "type: \"%s\" has no function here; check the filter of the Trigger".formatted(type))
        : new Problem(ProblemType.BUG, "the reason is in the function's log, by the event's id");
  }

  private static Throwable cause(Throwable thrown) {
    return thrown instanceof ApplicationException fromFunction ? fromFunction.getCause() : thrown;
  }
}
