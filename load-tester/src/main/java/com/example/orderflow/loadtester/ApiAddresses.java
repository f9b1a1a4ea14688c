package com.example.orderflow.loadtester;

import com.example.orderflow.loadtester.topics.EventFeed;
import com.example.orderflow.loadtester.topics.OrderStream;
import com.example.orderflow.loadtester.topics.SeenEvent;
import java.net.URI;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * A platform whose order service and sandbox can be reached, but not its Broker, nor Kafka, which
 * tells its clients addresses of its own: orders are followed through the order API.
 */
public record ApiAddresses(Supplier<Optional<URI>> order, Supplier<Optional<URI>> ledger)
    implements Addresses {

  @Override
  public Optional<URI> api() {
    return order.get();
  }

  @Override
  public Optional<URI> ingress() {
    return Optional.empty();
  }

  @Override
  public Optional<String> kafka() {
    return Optional.empty();
  }

  @Override
  public Optional<URI> sandbox() {
    return ledger.get();
  }

  @Override
  public EventFeed follow(Predicate<String> wanted, Consumer<SeenEvent> handler) {
    return new OrderStream(order, wanted, handler);
  }
}
