package com.example.orderflow.loadtester.drill;

import com.example.orderflow.loadtester.Addresses;
import com.example.orderflow.loadtester.Ending;
import com.example.orderflow.loadtester.LoadRun;
import com.example.orderflow.loadtester.RunListener;
import com.example.orderflow.loadtester.RunSettings;
import com.example.orderflow.loadtester.balance.BalanceSheet;
import com.example.orderflow.loadtester.balance.Journey;
import com.example.orderflow.loadtester.processes.Killer;
import com.example.orderflow.loadtester.reading.OutgoingOrder;
import com.example.orderflow.loadtester.sending.Entrance;
import com.example.orderflow.loadtester.sending.SendSettings;
import com.example.orderflow.loadtester.topics.SeenEvent;
import java.net.http.HttpClient;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;

/**
 * Orders come in all the time, and one process after the other is killed.
 *
 * <pre>
 * orders ├────────────────────────────────────────────────────────────────┤ until all have ended
 *           calm    ▲ kill        ▲ an order that was posted   calm  ▲ kill …
 *                   │             │ after it is shipped
 *                   └── outage ───┘
 * </pre>
 *
 * <p>The customers send an order again until it is taken, with the same idempotency key.
 */
public final class Drill {
  private static final int CUSTOMERS = 4;
  private static final Duration REST = Duration.ofMillis(100);
  private static final Duration CALM = Duration.ofSeconds(2);

  /** A queue that grows for longer than an outage would tell of itself only. */
  private static final int MOST_UNDER_WAY = 40;

  /** A process that is not back by then does not come back; slow engines have a queue before it. */
  private static final Duration LONGEST_OUTAGE = Duration.ofMinutes(4);

  /** An order that only the memory of a process knew: the sweeper comes after two minutes. */
  private static final Duration STALL = Duration.ofSeconds(200);

  private final OrdersUntilEnd orders;
  private final LoadRun run;
  private final Killer killer;
  private final CompletableFuture<Instant> failure = new CompletableFuture<>();
  private volatile Awaited awaited = new Awaited();

  /**
   * @param prefix of the order ids, which nobody else uses
   */
  public Drill(
      Addresses addresses, HttpClient client, Entrance entrance, String prefix, Killer killer) {
    this.orders = new OrdersUntilEnd(this::hasRoom, prefix);
    this.killer = killer;
    this.run =
        new LoadRun(
            addresses,
            client,
            RunSettings.DEFAULT
                .withSending(
                    SendSettings.DEFAULT
                        .withEntrance(entrance)
                        .withInFlight(CUSTOMERS)
                        .withRest(REST))
                .withStallAfter(STALL),
            new Listener(),
            Clock.systemUTC(),
            new SecureRandom());
  }

  /**
   * @param processes to be killed, in this order
   * @param listener hears of each outage when it is over, and how long it was
   * @throws TimeoutException when no order is shipped to begin with, or any more
   */
  public DrillReport run(List<String> processes, BiConsumer<String, Duration> listener)
      throws InterruptedException, TimeoutException {
    try (ExecutorService background = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<BalanceSheet> balance = background.submit(this::send);
      try {
        List<Outage.Span> outages = new ArrayList<>();
        for (String process : processes) {
          awaitShipped("before %s was killed".formatted(process));
          Thread.sleep(CALM);
          Outage.Span outage = kill(process);
          outages.add(outage);
          listener.accept(process, outage.length());
        }
        Thread.sleep(CALM);
        orders.end();
        BalanceSheet sheet = balance.get();
        List<Journey> journeys = run.journeys();
        return new DrillReport(
            outages.stream().map(outage -> outage.with(journeys)).toList(), sheet);
      } catch (TimeoutException standstill) {
        background.shutdownNow();
        throw standstill;
      } catch (ExecutionException failed) {
        throw new IllegalStateException(failed.getCause());
      } finally {
        orders.end();
      }
    }
  }

  /** Whoever waits for an order to be shipped hears that none will come any more. */
  private BalanceSheet send() throws InterruptedException, TimeoutException {
    try {
      return run.run(orders);
    } catch (RuntimeException | InterruptedException | TimeoutException failed) {
      failure.completeExceptionally(failed);
      throw failed;
    }
  }

  private boolean hasRoom() {
    return run.sent() - run.atRest() < MOST_UNDER_WAY;
  }

  private Outage.Span kill(String process)
      throws InterruptedException, TimeoutException, ExecutionException {
    int killed = killer.kill(process);
    Instant from = Instant.now();
    Instant shipped = awaitShipped("after %s was killed".formatted(process));
    return new Outage.Span(process, killed, from, shipped.isBefore(from) ? from : shipped);
  }

  /** Returns when an order that is posted from now on has been shipped. */
  private Instant awaitShipped(String when)
      throws InterruptedException, TimeoutException, ExecutionException {
    Awaited next = new Awaited();
    awaited = next;
    try {
      return next.shipped
          .applyToEither(failure, shipped -> shipped)
          .get(LONGEST_OUTAGE.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new TimeoutException(
          "%s, no order was shipped within %d s; orderflow doctor says what runs"
              .formatted(when, LONGEST_OUTAGE.toSeconds()));
    }
  }

  /** The first order that is posted and shipped since somebody began to wait. */
  private static final class Awaited {
    private final Set<String> posted = ConcurrentHashMap.newKeySet();
    private final CompletableFuture<Instant> shipped = new CompletableFuture<>();
  }

  private final class Listener implements RunListener {
    @Override
    public void posting(OutgoingOrder order, Instant at) {
      awaited.posted.add(order.orderId());
    }

    @Override
    public void seen(SeenEvent event) {
      Awaited now = awaited;
      if (event.ending().filter(Ending.SHIPPED::equals).isPresent()
          && now.posted.contains(event.orderId())) {
        now.shipped.complete(event.recordedAt());
      }
    }
  }
}
