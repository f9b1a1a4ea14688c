package com.example.orderflow.orchestration.argo;

import com.example.orderflow.orchestration.pipeline.Attempt;
import io.cloudevents.CloudEvent;

/** How a workflow stands. */
sealed interface Ending {

  /** It has not ended. */
  record Open() implements Ending {}

  /** All its steps were done. */
  record Succeeded() implements Ending {}

  /**
   * A step could not be done.
   *
   * @param event that the step was called with
   * @param last what came of its last call
   * @param reason in Argo's words
   */
  record Failed(CloudEvent event, Attempt last, String reason) implements Ending {}
}
