package com.example.orderflow.localplatform.eventing;

import java.time.Duration;

/** What an answer means for an event. */
sealed interface Move {

  /** Take this step, after a pause. */
  record Go(Stage stage, Duration pause) implements Move {
    static Go now(Stage stage) {
      return new Go(stage, Duration.ZERO);
    }
  }

  /** There is no giving up on this step: take it again and again until it works. */
  record Hold(Stage stage) implements Move {}

  /** The event needs nothing more; its offset may be committed. */
  record End(Outcome outcome) implements Move {}
}
