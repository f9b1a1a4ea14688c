package com.example.orderflow.orchestration.pipeline;

import com.example.orderflow.events.Channels;
import com.example.orderflow.events.Wiring;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletionStage;

/** Direct calls from here, one function after the other: the baseline. */
@Singleton
public final class ChainPipeline implements Pipeline {

  private final EventPublisher kafka;

  ChainPipeline(EventPublisher kafka) {
    this.kafka = kafka;
  }

  @Override
  public Wiring wiring() {
    return Wiring.CHAIN;
  }

  @Override
  public CompletionStage<Void> start(AcceptedOrder order) {
    return kafka.publish(Channels.ORDER_EVENTS_TOPIC, order.created());
  }
}
