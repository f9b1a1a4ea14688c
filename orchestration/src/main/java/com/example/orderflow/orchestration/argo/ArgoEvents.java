package com.example.orderflow.orchestration.argo;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.format.EventDeserializationException;
import io.cloudevents.jackson.JsonFormat;
import io.cloudevents.rw.CloudEventRWException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Events as texts of a workflow: structured mode.
 *
 * <p>Argo puts values into its templates again and again, and would evaluate what stands between
 * two opening braces and two closing ones, whoever wrote it. In JSON two opening braces stand
 * inside a string only, and there the second may be written as an escape.
 */
final class ArgoEvents {
  private static final JsonFormat FORMAT = new JsonFormat();

  private ArgoEvents() {}

  static String text(CloudEvent event) {
    return new String(FORMAT.serialize(event), StandardCharsets.UTF_8).replace("{{", "{\\u007b");
  }

  /** The event that a step has answered with, if it is one. */
  static Optional<CloudEvent> read(String text) {
    try {
      return Optional.of(FORMAT.deserialize(text.getBytes(StandardCharsets.UTF_8)));
    } catch (EventDeserializationException | CloudEventRWException noEvent) {
      return Optional.empty();
    }
  }
}
