package com.example.orderflow.orchestration.pipeline;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import java.net.URI;
import java.util.Arrays;
import java.util.Base64;

/** What a dead letter says about its failure: Knative's three extensions. */
public final class DeadLetters {

  private static final String DESTINATION = "knativeerrordest";
  private static final String CODE = "knativeerrorcode";
  private static final String DATA = "knativeerrordata";

  /** As much of an error's body as Knative's broker keeps: it travels in a header. */
  private static final int MOST_DATA_BYTES = 1024;

  private DeadLetters() {}

  /** The event that nobody could deliver, with the reason. */
  public static CloudEvent of(CloudEvent event, URI destination, Attempt last) {
    CloudEventBuilder letter =
        CloudEventBuilder.from(event).withExtension(DESTINATION, destination.toString());
    if (last instanceof Attempt.Refused(int status, byte[] body)) {
      letter.withExtension(CODE, Integer.toString(status));
      if (body.length > 0) {
        byte[] kept = Arrays.copyOf(body, Math.min(body.length, MOST_DATA_BYTES));
        letter.withExtension(DATA, Base64.getEncoder().encodeToString(kept));
      }
    }
    return letter.build();
  }
}
