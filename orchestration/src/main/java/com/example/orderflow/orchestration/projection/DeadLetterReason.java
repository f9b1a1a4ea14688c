package com.example.orderflow.orchestration.projection;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.cloudevents.CloudEvent;
import java.util.Base64;

/** Knative's account of a delivery that failed, in one line for people. */
final class DeadLetterReason {
  /** Enough for a problem+json; the whole answer stands in the topic. */
  private static final int LONGEST_ANSWER = 2_000;

  private DeadLetterReason() {}

  static String of(CloudEvent event) {
    String destination = text(event, "knativeerrordest", "an unknown subscriber");
    String status = text(event, "knativeerrorcode", "nothing");
    String answer = decoded(text(event, "knativeerrordata", ""));
    String reason =
        "%s could not be delivered to %s, which answered %s"
            .formatted(event.getType(), destination, status);
    return answer.isBlank() ? reason : reason + ": " + answer;
  }

  private static String text(CloudEvent event, String extension, String otherwise) {
    return RecordReader.extension(event, extension).orElse(otherwise);
  }

  /** Base64 as a rule; what is none is shown as it stands. A terminal obeys control characters. */
  private static String decoded(String data) {
    String answer;
    try {
      answer = new String(Base64.getDecoder().decode(data), UTF_8);
    } catch (IllegalArgumentException e) {
      answer = data;
    }
    String clean = answer.replaceAll("\\p{Cntrl}+", " ").strip();
    return clean.length() <= LONGEST_ANSWER ? clean : clean.substring(0, LONGEST_ANSWER) + "…";
  }
}
