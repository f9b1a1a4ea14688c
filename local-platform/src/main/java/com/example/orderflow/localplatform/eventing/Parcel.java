package com.example.orderflow.localplatform.eventing;

import com.example.orderflow.localplatform.eventing.Deliveries.State;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;

/** One event on its course along one route. Only the route's event loop changes it. */
final class Parcel {
  private final TopicPartition partition;
  private final long offset;
  private final Event event;
  private final int hops;
  private final Deliveries.Subject subject;
  private Stage stage = new Stage.ToSubscriber(1);
  private int attempts;
  private Instant firstAttempt;
  private Optional<String> lastAnswer = Optional.empty();
  private volatile Deliveries.Pending status;

  Parcel(String route, TopicPartition partition, long offset, Event event, int hops) {
    this.partition = partition;
    this.offset = offset;
    this.event =
        event.with(
            Map.of(
                "knativekafkapartition", Integer.toString(partition.partition()),
                "knativekafkaoffset", Long.toString(offset)));
    this.hops = hops;
    this.subject = Deliveries.Subject.of(route, event);
    status(State.WAITING, Optional.empty());
  }

  TopicPartition partition() {
    return partition;
  }

  long offset() {
    return offset;
  }

  Event event() {
    return event;
  }

  int hops() {
    return hops;
  }

  Stage stage() {
    return stage;
  }

  String lastAnswer() {
    return lastAnswer.orElse("none");
  }

  Deliveries.Pending status() {
    return status;
  }

  void sent(Instant now) {
    if (stage instanceof Stage.ToSubscriber) {
      attempts++;
    }
    firstAttempt = firstAttempt == null ? now : firstAttempt;
    status(State.IN_FLIGHT, Optional.empty());
  }

  void answered(String answer) {
    lastAnswer = Optional.of(answer);
  }

  void goesOn(Stage next, Optional<Instant> at) {
    stage = next;
    status(State.WAITING, at);
  }

  Deliveries.Finished finished(Outcome outcome, Instant now) {
    return new Deliveries.Finished(subject, attempts, firstAttempt, now, outcome, lastAnswer);
  }

  private void status(State state, Optional<Instant> nextAttemptAt) {
    status =
        new Deliveries.Pending(subject, step(), stage.attempt(), state, lastAnswer, nextAttemptAt);
  }

  private String step() {
    return switch (stage) {
      case Stage.ToSubscriber to -> "subscriber";
      case Stage.Reply reply -> "reply";
      case Stage.ToDeadLetterSink letter -> "dead letter";
      case Stage.SinkReply reply -> "dead letter reply";
    };
  }
}
