package com.example.orderflow.eventpolicy;

import com.example.orderflow.events.Channels;
import io.quarkus.funqy.runtime.ApplicationException;

/** Says what a failure around an event means: the table of the policy, from the failure's side. */
final class Failures {

  private Failures() {}

  /**
   * @param status what the failing handler asked for; -1 when it threw
   * @param thrown null when the failing handler only gave a status
   * @param type the event's type; null when it was not read yet
   */
  static Problem problem(int status, Throwable thrown, String type) {
    return switch (cause(thrown)) {
      case EventRefused refused -> refused.problem();
      case DependencyUnavailable unavailable ->
          new Problem(ProblemType.UNAVAILABLE, unavailable.getMessage());
      case null, default -> byStatus(status, type);
    };
  }

  private static Throwable cause(Throwable thrown) {
    return thrown instanceof ApplicationException fromFunction ? fromFunction.getCause() : thrown;
  }

  private static Problem byStatus(int status, String type) {
    return switch (status) {
      case 413 ->
          new Problem(
              ProblemType.TOO_LARGE,
              "body: more than the %,d bytes that an event may have"
                  .formatted(Channels.LARGEST_EVENT_BYTES));
      // Funqy's way to say that no function has this type as its trigger.
      case 404 ->
          new Problem(
              ProblemType.UNKNOWN_TYPE,
              "type: \"%s\" has no function here; check the filter of the Trigger".formatted(type));
      case 400 -> new Problem(ProblemType.MALFORMED, "not a well-formed HTTP request");
      default ->
          new Problem(ProblemType.BUG, "the reason is in the function's log, by the event's id");
    };
  }
}
