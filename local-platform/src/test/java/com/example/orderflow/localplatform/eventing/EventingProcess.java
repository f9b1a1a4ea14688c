package com.example.orderflow.localplatform.eventing;

import io.vertx.core.Vertx;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Eventing in a process of its own, with one Trigger, so that a test can kill it. */
final class EventingProcess {

  private EventingProcess() {}

  public static void main(String[] args) throws InterruptedException {
    var bootstrapServers = args[0];
    var namespace = args[1];
    var subscriber = new Address.UriAddress(URI.create(args[2]));
    var spec =
        EventingSpec.of(
            List.of(new BrokerSpec(namespace, "orders", 4, DeliverySpec.BROKER_DEFAULT)),
            List.of(
                new TriggerSpec(
                    namespace,
                    "only",
                    "orders",
                    EventFilter.EVERY_EVENT,
                    subscriber,
                    Optional.empty())),
            List.of());
    Eventing.createTopics(bootstrapServers, spec);
    Eventing.start(Vertx.vertx(), bootstrapServers, spec, none -> null);
    System.out.println("started");
    Thread.currentThread().join();
  }
}
