package com.example.orderflow.loadtester;

import com.example.orderflow.loadtester.balance.BalanceSheet;
import com.example.orderflow.loadtester.balance.Journey;
import com.example.orderflow.loadtester.balance.Tally;
import com.example.orderflow.loadtester.reading.OrderFile;
import com.example.orderflow.loadtester.reading.Orders;
import com.example.orderflow.loadtester.reading.OutgoingOrder;
import com.example.orderflow.loadtester.sending.OrderSender;
import com.example.orderflow.loadtester.sending.SendListener;
import com.example.orderflow.loadtester.sending.SendOutcome;
import com.example.orderflow.loadtester.topics.EventLog;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;

/** Sends a file of orders as fast as they are taken, and follows every one of them to its end. */
public final class LoadRun {
  private final Addresses addresses;
  private final RunSettings settings;
  private final RunListener listener;
  private final Clock clock;
  private final RandomGenerator random;
  private final OrderWatch watch;
  private final Tally tally;

  public LoadRun(
      Addresses addresses,
      HttpClient client,
      RunSettings settings,
      RunListener listener,
      Clock clock,
      RandomGenerator random) {
    this.addresses = addresses;
    this.settings = settings;
    this.listener = listener;
    this.clock = clock;
    this.random = random;
    this.watch =
        new OrderWatch(
            addresses, client, clock, settings.stallAfter(), settings.quiet(), listener::seen);
    this.tally = watch.tally();
  }

  /**
   * @throws TimeoutException when the platform does not answer to begin with; nothing was sent then
   */
  public BalanceSheet run(OrderFile file) throws InterruptedException, TimeoutException {
    try (watch;
        Orders orders = file.orders()) {
      watch.begin();
      new OrderSender(this::entrance, settings.sending(), new Posting(), clock, random)
          .send(orders);
      watch.awaitRest();
    }
    return watch.balance();
  }

  /** How many orders the platform has taken so far. */
  public long sent() {
    return tally.sent();
  }

  /** How many of them have come to their end. */
  public long atRest() {
    return tally.sent() - tally.open();
  }

  /** Those of them that have ended, in no particular order. */
  public List<Journey> journeys() {
    return tally.journeys();
  }

  /** The balance of all orders that the platform ever saw. */
  public static BalanceSheet ofEverything(Addresses addresses, HttpClient client, Duration timeout)
      throws InterruptedException {
    String kafka =
        addresses
            .kafka()
            .orElseThrow(() -> new IllegalStateException("the platform is not running"));
    Tally everything = Tally.ofEverything();
    EventLog.read(kafka, timeout, event -> everything.seen(event, event.recordedAt()));
    return OrderWatch.balance(addresses, client, everything, timeout);
  }

  private Optional<URI> entrance() {
    return settings.sending().entrance().address(addresses);
  }

  /** Notes what the sender does, and passes it on. */
  private final class Posting implements SendListener {
    @Override
    public void posting(OutgoingOrder order, Instant at) {
      tally.posting(order.orderId(), at, order.expected());
      listener.posting(order, at);
    }

    @Override
    public void retrying(OutgoingOrder order, String reason) {
      listener.retrying(order, reason);
    }

    @Override
    public void settled(OutgoingOrder order, SendOutcome outcome) {
      switch (outcome) {
        case SendOutcome.Accepted() -> tally.accepted(order.orderId(), clock.instant());
        case SendOutcome.Refused(int status, String reason) ->
            tally.notAccepted(order.orderId(), reason);
        case SendOutcome.GivenUp(String reason) -> tally.notAccepted(order.orderId(), reason);
      }
      listener.settled(order, outcome);
    }
  }
}
