package com.example.orderflow.localplatform.eventing;

import io.vertx.core.Future;
import org.apache.kafka.common.errors.RecordTooLargeException;

/** A topic as something that answers: 202 when Kafka has the event, else a reason. */
final class KafkaTopic {
  private final String name;
  private final Publisher publisher;

  KafkaTopic(String name, Publisher publisher) {
    this.name = name;
    this.publisher = publisher;
  }

  Future<Answer> write(Event event, int hops) {
    return publisher
        .publish(EventRecords.write(name, event, hops))
        .map(stored -> Answer.empty(202))
        .otherwise(this::refusal);
  }

  private Answer refusal(Throwable failure) {
    if (failure instanceof RecordTooLargeException) {
      return tooLarge(failure.getMessage());
    }
    return Problem.of(
        503,
        "Kafka does not answer",
        "Topic %s did not take the event: %s Send it again.".formatted(name, failure.getMessage()));
  }

  static Answer tooLarge(String detail) {
    return Problem.of(413, "Event too large", detail);
  }
}
