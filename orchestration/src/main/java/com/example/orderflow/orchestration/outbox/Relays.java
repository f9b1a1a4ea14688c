package com.example.orderflow.orchestration.outbox;

import com.example.orderflow.events.Wiring;
import com.example.orderflow.orchestration.intake.OrdersAccepted;
import com.example.orderflow.orchestration.pipeline.AcceptedOrder;
import com.example.orderflow.orchestration.pipeline.Pipeline;
import com.example.orderflow.orchestration.pipeline.Pipelines;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import javax.sql.DataSource;

/** Runs a relay per wiring, from start to stop. */
@Singleton
final class Relays {

  /** For orders of which nobody told: other instances accept them, the sweeper sends them again. */
  private static final Duration LOOK = Duration.ofSeconds(1);

  private final Map<Wiring, Relay> relays = new EnumMap<>(Wiring.class);
  private final List<Thread> threads = new ArrayList<>();

  Relays(DataSource connections, Pipelines pipelines, MeterRegistry meters) {
    for (Pipeline pipeline : pipelines.all()) {
      Wiring wiring = pipeline.wiring();
      relays.put(
          wiring,
          new Relay(
              wiring.id(), new Outbox(connections, wiring), recipient(pipeline), LOOK, meters));
    }
  }

  /** Pipeline is sealed; a relay's tests have recipients of their own. */
  private static Relay.Recipient recipient(Pipeline pipeline) {
    return new Relay.Recipient() {
      @Override
      public CompletionStage<Void> start(AcceptedOrder order) {
        return pipeline.start(order);
      }

      @Override
      public int room() {
        return pipeline.room();
      }
    };
  }

  void start(@Observes StartupEvent startup) {
    relays.forEach(
        (wiring, relay) ->
            threads.add(Thread.ofPlatform().name("relay-" + wiring.id()).start(relay)));
  }

  void wake(@Observes OrdersAccepted accepted) {
    relays.forEach(
        (wiring, relay) -> {
          if (accepted.wirings().contains(wiring)) {
            relay.wake();
          }
        });
  }

  void stop(@Observes ShutdownEvent shutdown) throws InterruptedException {
    relays.values().forEach(Relay::stop);
    for (Thread thread : threads) {
      thread.join();
    }
  }
}
