package com.example.orderflow.orchestration.argo;

import com.example.orderflow.events.EventType;
import com.example.orderflow.orchestration.pipeline.ChainConfig;
import com.example.orderflow.orchestration.pipeline.DeadLetters;
import com.example.orderflow.orchestration.pipeline.Function;
import io.cloudevents.CloudEvent;
import jakarta.inject.Singleton;
import java.net.URI;

/** What becomes of an order whose workflow has failed: a dead letter like any other wiring's. */
@Singleton
final class FailedWorkflows {
  private final ChainConfig.Functions functions;

  FailedWorkflows(ChainConfig config) {
    this.functions = config.functions();
  }

  /** The event that could not be handled, with the reason. */
  CloudEvent letter(Ending.Failed failure) {
    URI function =
        EventType.of(failure.event().getType())
            .flatMap(Function::handling)
            .map(this::address)
            .orElse(functions.validateOrder());
    return DeadLetters.of(failure.event(), function, failure.last());
  }

  private URI address(Function function) {
    return switch (function) {
      case VALIDATE_ORDER -> functions.validateOrder();
      case PROCESS_PAYMENT -> functions.processPayment();
      case SHIP_ORDER -> functions.shipOrder();
    };
  }
}
