package com.example.orderflow.loadtester.firing;

import com.example.orderflow.loadtester.sending.Answer;
import com.example.orderflow.loadtester.sending.Entrance;
import java.util.Optional;

/**
 * Whether an answer is the right one.
 *
 * <pre>
 *             API, function       Broker
 * order       2xx                 2xx
 * malformed   4xx                 2xx: what stands in an event is for the functions to judge
 * </pre>
 */
final class Verdict {
  private static final int LONGEST_REASON = 120;

  private Verdict() {}

  /** Why it is wrong; empty when it is right. */
  static Optional<String> error(Entrance entrance, Shot.Kind kind, Answer answer) {
    return switch (answer) {
      case Answer.None(String reason) -> Optional.of(reason);
      case Answer.Status(int status, Optional<String> type, String body) -> {
        boolean malformed = kind == Shot.Kind.MALFORMED && !(entrance instanceof Entrance.Broker);
        if (malformed) {
          yield status / 100 == 4
              ? Optional.empty()
              : Optional.of("malformed, but the answer is " + status);
        }
        yield status / 100 == 2
            ? Optional.empty()
            : Optional.of((status + " " + cut(body)).strip());
      }
    };
  }

  private static String cut(String body) {
    String line = body.replaceAll("\\s+", " ");
    return line.length() <= LONGEST_REASON ? line : line.substring(0, LONGEST_REASON) + "…";
  }
}
