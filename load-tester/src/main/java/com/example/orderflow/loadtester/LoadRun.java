package com.example.orderflow.loadtester;

import com.example.orderflow.loadtester.balance.BalanceSheet;
import com.example.orderflow.loadtester.balance.Closing;
import com.example.orderflow.loadtester.balance.Ledger;
import com.example.orderflow.loadtester.balance.Tally;
import com.example.orderflow.loadtester.balance.Witness;
import com.example.orderflow.loadtester.reading.OrderFile;
import com.example.orderflow.loadtester.reading.Orders;
import com.example.orderflow.loadtester.reading.OutgoingOrder;
import com.example.orderflow.loadtester.sending.OrderSender;
import com.example.orderflow.loadtester.sending.SendListener;
import com.example.orderflow.loadtester.sending.SendOutcome;
import com.example.orderflow.loadtester.topics.EventFeed;
import com.example.orderflow.loadtester.topics.EventLog;
import com.example.orderflow.loadtester.topics.SeenEvent;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;

/**
 * Sends a file of orders and follows every one of them to its end.
 *
 * <pre>
 * note where the topics end ─► send all ─► wait until all are at rest ─► read the ledger ─► balance
 *                                          or nothing moves any more
 *                                          └─► of some nothing is heard: read what was before
 * </pre>
 */
public final class LoadRun {
  private static final Duration LOOK_EVERY = Duration.ofMillis(20);
  private static final Duration READ_BACK_AFTER = Duration.ofSeconds(1);
  private static final Duration LOOK_AGAIN_AT_THE_LEDGER = Duration.ofMillis(500);

  private final Addresses addresses;
  private final HttpClient client;
  private final RunSettings settings;
  private final RunListener listener;
  private final Clock clock;
  private final RandomGenerator random;
  private final Tally tally = Tally.ofPosted();

  public LoadRun(
      Addresses addresses,
      HttpClient client,
      RunSettings settings,
      RunListener listener,
      Clock clock,
      RandomGenerator random) {
    this.addresses = addresses;
    this.client = client;
    this.settings = settings;
    this.listener = listener;
    this.clock = clock;
    this.random = random;
  }

  /**
   * @throws TimeoutException when Kafka is not there to begin with; nothing was sent then
   */
  public BalanceSheet run(OrderFile file) throws InterruptedException, TimeoutException {
    try (EventFeed feed = addresses.follow(tally::knows, this::see);
        Orders orders = file.orders()) {
      feed.startAtTheEnd(settings.sending().giveUpAfter());
      new OrderSender(client, this::entrance, settings.sending(), new Posting(), clock, random)
          .send(orders);
      awaitRest(feed);
    }
    return Closing.of(tally, witness(addresses, client, tally, settings.stallAfter()));
  }

  /** How many orders the platform has taken so far. */
  public long sent() {
    return tally.sent();
  }

  /** How many of them have come to their end. */
  public long atRest() {
    return tally.sent() - tally.open();
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
    return Closing.of(everything, witness(addresses, client, everything, timeout));
  }

  private Optional<URI> entrance() {
    return settings.sending().entrance().address(addresses);
  }

  private void see(SeenEvent event) {
    tally.seen(event, clock.instant());
    listener.seen(event);
  }

  /** Orders that were sent before are taken again, but nothing new is heard of them. */
  private void awaitRest(EventFeed feed) throws InterruptedException {
    Instant begin = clock.instant();
    boolean readBack = false;
    while (true) {
      Instant lastNews = tally.lastNews().isAfter(begin) ? tally.lastNews() : begin;
      Duration silence = Duration.between(lastNews, clock.instant());
      Duration enough = tally.open() == 0 ? settings.quiet() : settings.stallAfter();
      if (silence.compareTo(enough) > 0) {
        return;
      }
      if (!readBack && tally.unseen() > 0 && silence.compareTo(READ_BACK_AFTER) > 0) {
        readBack = feed.readBack();
      }
      Thread.sleep(LOOK_EVERY);
    }
  }

  /** The platform may just be coming back, so the ledger is tried for a while. */
  private static Optional<Witness> witness(
      Addresses addresses, HttpClient client, Tally tally, Duration patience)
      throws InterruptedException {
    long giveUpAt = System.nanoTime() + patience.toNanos();
    do {
      Optional<URI> sandbox = addresses.sandbox();
      if (sandbox.isPresent()) {
        try {
          return Optional.of(Witness.of(new Ledger(client, sandbox.get()), tally::knows));
        } catch (IOException unreadable) {
          // asked again below, perhaps at another address
        }
      }
      Thread.sleep(LOOK_AGAIN_AT_THE_LEDGER);
    } while (System.nanoTime() - giveUpAt < 0);
    return Optional.empty();
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
