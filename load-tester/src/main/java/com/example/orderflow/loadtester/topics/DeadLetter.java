package com.example.orderflow.loadtester.topics;

import io.cloudevents.CloudEvent;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Why an event could not be delivered, as Knative's extensions say.
 *
 * @param destination whom it was for
 * @param status what the last try answered; empty when nobody answered
 * @param answer the text of that answer; empty when there was none
 */
public record DeadLetter(String destination, Optional<String> status, Optional<String> answer) {

  static DeadLetter of(CloudEvent event) {
    return new DeadLetter(
        extension(event, "knativeerrordest").orElse("unknown"),
        extension(event, "knativeerrorcode"),
        extension(event, "knativeerrordata").map(DeadLetter::decoded));
  }

  private static Optional<String> extension(CloudEvent event, String name) {
    return Optional.ofNullable(event.getExtension(name)).map(Object::toString);
  }

  /** Base64 as a rule; what is none is shown as it stands. */
  private static String decoded(String data) {
    try {
      return new String(Base64.getDecoder().decode(data), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return data;
    }
  }
}
