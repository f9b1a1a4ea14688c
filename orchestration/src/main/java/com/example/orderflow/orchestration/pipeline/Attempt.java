package com.example.orderflow.orchestration.pipeline;

import io.cloudevents.CloudEvent;

/** What came of one call of a function. */
public sealed interface Attempt {

  /** It answered with an event. */
  record Replied(CloudEvent event) implements Attempt {}

  /** It answered with something else. */
  record Refused(int status, byte[] body) implements Attempt {

    /** As the Triggers do it: 4xx is for good, but for those that may pass. */
    boolean mayPass() {
      return switch (status) {
        case 404, 408, 409, 429 -> true;
        default -> status / 100 == 5;
      };
    }
  }

  /** No answer, or none in time. */
  record Silent() implements Attempt {}
}
