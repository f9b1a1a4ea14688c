package com.example.orderflow.orchestration.pipeline;

import com.example.orderflow.events.Channels;
import com.example.orderflow.events.Wiring;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletionStage;

/**
 * Knative Broker and Triggers, by way of the KafkaSource of topic {@value Channels#ORDERS_TOPIC}.
 */
@Singleton
public final class BrokerPipeline implements Pipeline {

  private final EventPublisher kafka;

  BrokerPipeline(EventPublisher kafka) {
    this.kafka = kafka;
  }

  @Override
  public Wiring wiring() {
    return Wiring.BROKER;
  }

  @Override
  public CompletionStage<Void> start(AcceptedOrder order) {
    return kafka.publish(Channels.ORDERS_TOPIC, order.created());
  }
}
