package com.example.orderflow.orchestration.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.example.orderflow.events.Wiring;
import com.example.orderflow.orchestration.OrchestrationParts;
import com.example.orderflow.orchestration.pipeline.AcceptedOrder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Relays with recipients that are away, full or slow, on a real PostgreSQL. */
class RelayTest {
  private static final OrchestrationParts PARTS = new OrchestrationParts();
  private static OutboxDatabase database;

  private final List<Relay> relays = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();

  @BeforeAll
  static void startDatabase() throws IOException, SQLException {
    Map<String, String> environment = PARTS.startPostgres();
    database =
        new OutboxDatabase(
            environment.get("DATABASE_URL"),
            environment.get("DATABASE_USERNAME"),
            environment.get("DATABASE_PASSWORD"));
  }

  @AfterAll
  static void stopDatabase() {
    PARTS.stop();
  }

  @BeforeEach
  void clear() {
    database.execute("truncate orders, outbox");
  }

  @AfterEach
  void stopRelays() throws InterruptedException {
    relays.forEach(Relay::stop);
    for (Thread thread : threads) {
      thread.join();
    }
  }

  @Test
  void ordersLeaveInTheOrderOfTheirAcceptance() throws SQLException {
    accept(Wiring.BROKER, 500);
    Arrivals arrivals = new Arrivals(order -> true);

    start(Wiring.BROKER, arrivals);

    await().untilAsserted(() -> assertThat(database.waiting()).isZero());
    assertThat(arrivals.ids).isEqualTo(ids(500));
  }

  @Test
  void whatCouldNotBeSentIsSentAgainAndWhatArrivedIsNot() throws SQLException {
    accept(Wiring.BROKER, 10);
    List<String> refusedOnce = new CopyOnWriteArrayList<>(List.of("3", "7"));
    Arrivals arrivals = new Arrivals(order -> !refusedOnce.remove(order.orderId()));

    start(Wiring.BROKER, arrivals);

    await().untilAsserted(() -> assertThat(database.waiting()).isZero());
    assertThat(arrivals.ids).hasSize(12).containsAll(ids(10));
    assertThat(arrivals.ids.subList(10, 12)).containsExactly("3", "7");
  }

  @Test
  void aWiringThatIsAwayHoldsBackNoOther() throws SQLException {
    accept(Wiring.ARGO, 10);
    accept(Wiring.BROKER, 10);
    Arrivals broker = new Arrivals(order -> true);
    start(Wiring.ARGO, new Arrivals(order -> false));

    start(Wiring.BROKER, broker);

    await().untilAsserted(() -> assertThat(broker.ids).hasSize(10));
    assertThat(database.waiting()).isEqualTo(10);
  }

  @Test
  void twoRelaysShareTheWorkAndSendNothingTwice() throws SQLException {
    accept(Wiring.BROKER, 1_000);
    Arrivals arrivals = new Arrivals(order -> true);

    start(Wiring.BROKER, arrivals);
    start(Wiring.BROKER, arrivals);

    await().untilAsserted(() -> assertThat(database.waiting()).isZero());
    assertThat(arrivals.ids).doesNotHaveDuplicates().hasSize(1_000);
  }

  @Test
  void aRecipientGetsNoMoreThanItHasRoomFor() throws SQLException {
    accept(Wiring.CHAIN, 10);
    Arrivals arrivals = new Arrivals(order -> true);
    arrivals.room = 4;

    start(Wiring.CHAIN, arrivals);

    await().untilAsserted(() -> assertThat(database.waiting()).isEqualTo(6));
    assertThat(arrivals.ids).hasSize(4);
  }

  @Test
  void anOrderIsSentWhenTheRelayIsToldAndNotOnlyWhenItLooks() throws Exception {
    Arrivals arrivals = new Arrivals(order -> true);
    Relay relay = start(Wiring.BROKER, arrivals, Duration.ofHours(1));
    await().until(() -> threads.getFirst().getState() == Thread.State.TIMED_WAITING);
    accept(Wiring.BROKER, 1);

    relay.wake();

    await().untilAsserted(() -> assertThat(arrivals.ids).hasSize(1));
  }

  @Test
  void anOrderOfWhichNobodyToldIsSentWhenTheRelayLooks() throws SQLException {
    Arrivals arrivals = new Arrivals(order -> true);
    start(Wiring.BROKER, arrivals, Duration.ofMillis(100));
    await().until(() -> threads.getFirst().getState() == Thread.State.TIMED_WAITING);

    accept(Wiring.BROKER, 1);

    await().untilAsserted(() -> assertThat(arrivals.ids).hasSize(1));
  }

  @Test
  void aRelayThatLostItsConnectionGoesOn() throws SQLException {
    accept(Wiring.BROKER, 100);
    List<String> first = new CopyOnWriteArrayList<>(List.of("0"));
    Arrivals arrivals =
        new Arrivals(
            order -> {
              if (first.remove(order.orderId())) {
                database.killConnections();
              }
              return true;
            });

    start(Wiring.BROKER, arrivals);

    await().untilAsserted(() -> assertThat(database.waiting()).isZero());
    assertThat(arrivals.ids).hasSize(200).containsAll(ids(100));
  }

  /** Takes orders, or not. */
  private static final class Arrivals implements Relay.Recipient {
    final List<String> ids = new CopyOnWriteArrayList<>();
    volatile int room = Integer.MAX_VALUE;
    private final Predicate<AcceptedOrder> taken;

    Arrivals(Predicate<AcceptedOrder> taken) {
      this.taken = taken;
    }

    @Override
    public CompletionStage<Void> start(AcceptedOrder order) {
      ids.add(order.orderId());
      room--;
      return taken.test(order)
          ? CompletableFuture.completedFuture(null)
          : CompletableFuture.failedFuture(new IllegalStateException("away"));
    }

    @Override
    public int room() {
      return room;
    }
  }

  private void start(Wiring wiring, Arrivals arrivals) {
    start(wiring, arrivals, Duration.ofSeconds(1));
  }

  private Relay start(Wiring wiring, Arrivals arrivals, Duration look) {
    Relay relay =
        new Relay(
            wiring.id(),
            new Outbox(database.source(), wiring),
            arrivals,
            look,
            new SimpleMeterRegistry());
    relays.add(relay);
    threads.add(Thread.ofPlatform().start(relay));
    return relay;
  }

  /** Orders named from 0 up, per wiring. */
  private static void accept(Wiring wiring, int count) throws SQLException {
    String prefix = wiring == Wiring.ARGO ? "argo-" : "";
    try (Connection connection = database.source().getConnection();
        PreparedStatement orders =
            connection.prepareStatement(
                """
                with numbers as (select ? || n as id from generate_series(0, ? - 1) as n),
                stored as (insert into orders (order_id, wiring, request_hash, document)
                           select id, ?, '', '{}' from numbers)
                insert into outbox (wiring, order_id) select ?, id from numbers""")) {
      orders.setString(1, prefix);
      orders.setInt(2, count);
      orders.setString(3, wiring.id());
      orders.setString(4, wiring.id());
      orders.executeUpdate();
    }
  }

  private static List<String> ids(int count) {
    return IntStream.range(0, count).mapToObj(Integer::toString).toList();
  }
}
