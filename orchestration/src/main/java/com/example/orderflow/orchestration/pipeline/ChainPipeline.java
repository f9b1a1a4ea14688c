package com.example.orderflow.orchestration.pipeline;

import com.example.orderflow.events.Channels;
import com.example.orderflow.events.Wiring;
import io.cloudevents.CloudEvent;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/**
 * Direct calls from here, one function after the other: the baseline, without a queue between the
 * steps.
 *
 * <p>An order's place in the chain is kept in memory only, as soon as its creation is known to all.
 * A crash, a stop, or Kafka being away for half a minute loses the place; the order then stands
 * still until the sweeper sends it again, which starts it from the first function. That does
 * nothing twice: the functions answer a repeat with what they answered first.
 */
@Singleton
public final class ChainPipeline implements Pipeline {

  private static final Logger LOG = Logger.getLogger("orderflow.chain");

  private final EventPublisher kafka;
  private final Chain chain;
  private final Semaphore places;

  ChainPipeline(EventPublisher kafka, ChainConfig config) {
    this.kafka = kafka;
    this.chain =
        new Chain(
            functions(config.functions()),
            new FunctionClient(config.chain().timeout())::call,
            kafka::write,
            Thread::sleep,
            config.chain());
    this.places = new Semaphore(config.chain().orders());
  }

  private static Map<Function, URI> functions(ChainConfig.Functions functions) {
    return Map.of(
        Function.VALIDATE_ORDER, functions.validateOrder(),
        Function.PROCESS_PAYMENT, functions.processPayment(),
        Function.SHIP_ORDER, functions.shipOrder());
  }

  @Override
  public Wiring wiring() {
    return Wiring.CHAIN;
  }

  @Override
  public int room() {
    return Math.max(0, places.availablePermits());
  }

  @Override
  public CompletionStage<Void> start(AcceptedOrder order) {
    CloudEvent created = order.created();
    places.acquireUninterruptibly();
    return kafka
        .publish(Channels.ORDER_EVENTS_TOPIC, created)
        .whenComplete(
            (known, failure) -> {
              if (failure == null) {
                Thread.ofVirtual().name("chain-", 0).start(() -> run(created));
              } else {
                places.release();
              }
            });
  }

  private void run(CloudEvent created) {
    try {
      chain.run(created);
    } catch (ExecutionException | TimeoutException | RuntimeException failure) {
      LOG.warnf(
          "chain.broken order=%s cause=\"%s\"; the sweeper sends it again",
          created.getSubject(), failure);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    } finally {
      places.release();
    }
  }
}
