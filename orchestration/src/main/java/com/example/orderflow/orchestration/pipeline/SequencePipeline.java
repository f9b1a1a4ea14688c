package com.example.orderflow.orchestration.pipeline;

import com.example.orderflow.events.Channels;
import com.example.orderflow.events.Wiring;
import io.cloudevents.CloudEvent;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletionStage;

/**
 * Knative Sequence, by way of the KafkaSource of topic {@value Channels#SEQUENCE_ORDERS_TOPIC}.
 *
 * <p>A Sequence lets out its last answer only. So the order's creation is written to the topic of
 * all events from here, and before the Sequence may answer.
 */
@Singleton
public final class SequencePipeline implements Pipeline {

  private final EventPublisher kafka;

  SequencePipeline(EventPublisher kafka) {
    this.kafka = kafka;
  }

  @Override
  public Wiring wiring() {
    return Wiring.SEQUENCE;
  }

  @Override
  public CompletionStage<Void> start(AcceptedOrder order) {
    CloudEvent created = order.created();
    return kafka
        .publish(Channels.ORDER_EVENTS_TOPIC, created)
        .thenCompose(known -> kafka.publish(Channels.SEQUENCE_ORDERS_TOPIC, created));
  }
}
