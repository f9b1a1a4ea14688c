package com.example.orderflow.loadtester.sending;

import com.example.orderflow.loadtester.reading.Orders;
import com.example.orderflow.loadtester.reading.OutgoingOrder;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Sends orders with a bounded number of requests at once, all on one event loop.
 *
 * <pre>
 * orders ─► lane 1 ─► entrance
 *        ─► lane 2 ─► entrance     each takes the next order when its last one is settled
 *        ─► …
 * </pre>
 */
public final class OrderSender {
  private final Supplier<Optional<URI>> address;
  private final SendSettings settings;
  private final SendListener listener;
  private final Clock clock;
  private final TraceParents traces;

  /**
   * @param address looked up for every further try; empty while the platform is not there
   * @param listener called on the event loop, so it must not wait for anything
   */
  public OrderSender(
      Supplier<Optional<URI>> address,
      SendSettings settings,
      SendListener listener,
      Clock clock,
      RandomGenerator random) {
    this.address = address;
    this.settings = settings;
    this.listener = listener;
    this.clock = clock;
    this.traces = new TraceParents(random);
  }

  /** Sends all orders and returns when the last one is settled. */
  public void send(Orders orders) throws InterruptedException {
    try (HttpTarget target =
        new HttpTarget(settings.entrance(), address, settings.inFlight(), settings.timeout())) {
      Copies copies = new Copies(orders);
      Post post = new Post(target, settings, listener);
      List<Future<Void>> lanes =
          Stream.generate(() -> new Lane(target, copies, post).done())
              .limit(settings.inFlight())
              .toList();
      Future.all(lanes).toCompletionStage().toCompletableFuture().get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the orders could not all be sent", e.getCause());
    }
  }

  /** One request after the other. */
  private final class Lane {
    private final HttpTarget target;
    private final Copies copies;
    private final Post post;
    private final Promise<Void> done = Promise.promise();

    Lane(HttpTarget target, Copies copies, Post post) {
      this.target = target;
      this.copies = copies;
      this.post = post;
      target.run(this::sendNext);
    }

    Future<Void> done() {
      return done.future();
    }

    private void sendNext() {
      if (!copies.areReady()) {
        rest();
        return;
      }
      try {
        copies.next().ifPresentOrElse(this::send, done::complete);
      } catch (RuntimeException e) {
        done.tryFail(e);
      }
    }

    private void send(Copy copy) {
      listener.posting(copy.order(), copy.time());
      post.untilSettled(copy)
          .map(outcome -> settled(copy, outcome))
          // From the loop again: orders that are given up without a request would be a deep stack.
          .onSuccess(settled -> rest())
          .onFailure(done::tryFail);
    }

    private void rest() {
      target.after(settings.rest(), this::sendNext);
    }

    private Copy settled(Copy copy, SendOutcome outcome) {
      listener.settled(copy.order(), outcome);
      return copy;
    }
  }

  /** Hands out each order as often as it is to be sent, copies next to each other. */
  private final class Copies {
    private final Orders orders;
    private Copy copy;
    private int left;

    Copies(Orders orders) {
      this.orders = orders;
    }

    boolean areReady() {
      return left > 0 || orders.isReady();
    }

    /** Empty after the last one. */
    Optional<Copy> next() {
      if (left == 0) {
        if (!orders.hasNext()) {
          return Optional.empty();
        }
        OutgoingOrder order = orders.next();
        copy = new Copy(order, clock.instant(), order.traceParent().orElseGet(traces::next));
        left = settings.repeat();
      }
      left--;
      return Optional.of(copy);
    }
  }
}
