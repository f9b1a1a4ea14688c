package com.example.orderflow.localplatform.eventing;

import java.util.OptionalInt;

/** Where an event stands on its route: the step that is taken, or waited for. */
sealed interface Stage {

  /** Which try of this step it is, from 1. */
  int attempt();

  /** The same step once more. */
  Stage again();

  record ToSubscriber(int attempt) implements Stage {
    @Override
    public Stage again() {
      return new ToSubscriber(attempt + 1);
    }
  }

  /** The subscriber answered with an event. */
  record Reply(Event reply, int attempt) implements Stage {
    @Override
    public Stage again() {
      return new Reply(reply, attempt + 1);
    }
  }

  record ToDeadLetterSink(Reason reason, int attempt) implements Stage {
    @Override
    public Stage again() {
      return new ToDeadLetterSink(reason, attempt + 1);
    }
  }

  /** The dead letter sink answered with an event; on a cluster that is a reply, too. */
  record SinkReply(Event reply, int attempt) implements Stage {
    @Override
    public Stage again() {
      return new SinkReply(reply, attempt + 1);
    }
  }

  /**
   * Why a subscriber was given up.
   *
   * @param status absent when there was no answer, or a good one that was no event
   */
  record Reason(OptionalInt status, byte[] body) {
    static final Reason NO_STATUS = new Reason(OptionalInt.empty(), new byte[0]);

    static Reason of(Answer answer) {
      return new Reason(OptionalInt.of(answer.status()), answer.body().getBytes());
    }
  }
}
