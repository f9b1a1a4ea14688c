package com.example.orderflow.loadtester;

import com.example.orderflow.loadtester.balance.BalanceSheet;
import com.example.orderflow.loadtester.balance.Closing;
import com.example.orderflow.loadtester.balance.Ledger;
import com.example.orderflow.loadtester.balance.Tally;
import com.example.orderflow.loadtester.balance.Witness;
import com.example.orderflow.loadtester.topics.EventFeed;
import com.example.orderflow.loadtester.topics.SeenEvent;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * Follows orders until they are at rest, and draws the balance.
 *
 * <pre>
 * note where the topics end ─► (orders are sent) ─► wait until all are at rest ─► read the ledger ─► balance
 *                                                   or nothing moves any more
 *                                                   └─► of some nothing is heard: read what was before
 * </pre>
 */
final class OrderWatch implements AutoCloseable {
  /** Enough for a Kafka that comes back; a wrong address should not be waited for longer. */
  private static final Duration LONGEST_BEGINNING = Duration.ofSeconds(30);

  private static final Duration LOOK_EVERY = Duration.ofMillis(20);
  private static final Duration READ_BACK_AFTER = Duration.ofSeconds(1);
  private static final Duration LOOK_AGAIN_AT_THE_LEDGER = Duration.ofMillis(500);

  private final Addresses addresses;
  private final HttpClient client;
  private final Clock clock;
  private final Tally tally = Tally.ofPosted();
  private final EventFeed feed;
  private final Duration quiet;
  private final Duration stallAfter;
  private volatile Instant deadline = Instant.MAX;

  /**
   * @param stallAfter without news of any order, waiting ends
   * @param quiet after the last order has ended, late copies may still come for so long
   * @param listener hears every event, also of other orders
   */
  OrderWatch(
      Addresses addresses,
      HttpClient client,
      Clock clock,
      Duration stallAfter,
      Duration quiet,
      Consumer<SeenEvent> listener) {
    this.addresses = addresses;
    this.client = client;
    this.clock = clock;
    this.stallAfter = stallAfter;
    this.quiet = quiet;
    this.feed =
        addresses.follow(
            tally::knows,
            event -> {
              tally.seen(event, clock.instant());
              listener.accept(event);
            });
  }

  /** What is known of the orders; it is told of what is sent. */
  Tally tally() {
    return tally;
  }

  /** The thread that reads events. */
  Thread thread() {
    return feed.thread();
  }

  /**
   * To be called before the first order is sent.
   *
   * @throws TimeoutException when the platform does not answer
   */
  void begin() throws InterruptedException, TimeoutException {
    feed.startAtTheEnd(LONGEST_BEGINNING);
  }

  /** Somebody is waiting: what is not at rest after so long is left as it is. */
  void hurry(Duration most) {
    deadline = clock.instant().plus(most);
  }

  /** Orders that were sent before are taken again, but nothing new is heard of them. */
  void awaitRest() throws InterruptedException {
    Instant begin = clock.instant();
    boolean readBack = false;
    while (true) {
      Instant lastNews = tally.lastNews().isAfter(begin) ? tally.lastNews() : begin;
      Duration silence = Duration.between(lastNews, clock.instant());
      Duration enough = tally.open() == 0 ? quiet : stallAfter;
      if (silence.compareTo(enough) > 0 || clock.instant().isAfter(deadline)) {
        return;
      }
      if (!readBack && tally.unseen() > 0 && silence.compareTo(READ_BACK_AFTER) > 0) {
        readBack = feed.readBack();
      }
      Thread.sleep(LOOK_EVERY);
    }
  }

  BalanceSheet balance() throws InterruptedException {
    return balance(addresses, client, tally, stallAfter);
  }

  static BalanceSheet balance(
      Addresses addresses, HttpClient client, Tally tally, Duration patience)
      throws InterruptedException {
    return Closing.of(tally, witness(addresses, client, tally, patience));
  }

  @Override
  public void close() {
    feed.close();
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
}
