package com.example.orderflow.loadtester.sending;

import com.example.orderflow.loadtester.reading.Orders;
import com.example.orderflow.loadtester.reading.OutgoingOrder;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Sends orders with a bounded number of requests at once.
 *
 * <pre>
 * orders ─► worker 1 ─► entrance
 *        ─► worker 2 ─► entrance     each takes the next order when its last one is settled
 *        ─► …
 * </pre>
 */
public final class OrderSender {
  private final SendSettings settings;
  private final SendListener listener;
  private final Clock clock;
  private final TraceParents traces;
  private final Post post;

  /**
   * @param address looked up for every try; empty while the platform is not there
   */
  public OrderSender(
      HttpClient client,
      Supplier<Optional<URI>> address,
      SendSettings settings,
      SendListener listener,
      Clock clock,
      RandomGenerator random) {
    this.settings = settings;
    this.listener = listener;
    this.clock = clock;
    this.traces = new TraceParents(random);
    this.post = new Post(client, address, settings, listener);
  }

  /** Sends all orders and returns when the last one is settled. */
  public void send(Orders orders) throws InterruptedException {
    Copies copies = new Copies(orders);
    try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> running = new ArrayList<>();
      for (int worker = 0; worker < settings.inFlight(); worker++) {
        running.add(workers.submit(() -> sendAll(copies)));
      }
      try {
        for (Future<?> worker : running) {
          worker.get();
        }
      } catch (ExecutionException e) {
        throw new IllegalStateException("the orders could not all be sent", e.getCause());
      } finally {
        workers.shutdownNow();
      }
    }
  }

  private Void sendAll(Copies copies) throws InterruptedException {
    for (Copy copy = copies.next(); copy != null; copy = copies.next()) {
      listener.posting(copy.order(), copy.time());
      listener.settled(copy.order(), post.untilSettled(copy));
    }
    return null;
  }

  /** Hands out each order as often as it is to be sent, copies next to each other. */
  private final class Copies {
    private final Orders orders;
    private Copy copy;
    private int left;

    Copies(Orders orders) {
      this.orders = orders;
    }

    synchronized Copy next() {
      if (left == 0) {
        if (!orders.hasNext()) {
          return null;
        }
        OutgoingOrder order = orders.next();
        copy = new Copy(order, clock.instant(), order.traceParent().orElseGet(traces::next));
        left = settings.repeat();
      }
      left--;
      return copy;
    }
  }
}
