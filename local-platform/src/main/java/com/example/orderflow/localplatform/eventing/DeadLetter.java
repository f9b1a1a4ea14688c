package com.example.orderflow.localplatform.eventing;

import java.net.URI;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;

/** What a dead letter says about its failure: Knative's three extensions. */
final class DeadLetter {
  static final String DESTINATION = "knativeerrordest";
  static final String CODE = "knativeerrorcode";
  static final String DATA = "knativeerrordata";

  /** As much of an error body as the real broker keeps: it travels in a header. */
  private static final int MOST_DATA_BYTES = 1024;

  private DeadLetter() {}

  static Event of(Event event, URI subscriber, Stage.Reason reason) {
    var extensions = new LinkedHashMap<String, String>();
    extensions.put(DESTINATION, subscriber.toString());
    reason.status().ifPresent(status -> extensions.put(CODE, Integer.toString(status)));
    if (reason.body().length > 0) {
      var kept = Arrays.copyOf(reason.body(), Math.min(reason.body().length, MOST_DATA_BYTES));
      extensions.put(DATA, Base64.getEncoder().encodeToString(kept));
    }
    return event.with(extensions);
  }
}
