package com.example.orderflow.orchestration.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.orderflow.events.Wiring;
import com.example.orderflow.orchestration.intake.Acceptance.Accepted;
import com.example.orderflow.orchestration.intake.GroupCommit.Waiting;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GroupCommitTest {
  private static final String CONNECTION_LOST = "08006";
  private static final String DATA_REFUSED = "22021";

  private final List<List<String>> stored = new ArrayList<>();

  @Test
  void ordersThatWaitTogetherAreStoredTogether() {
    List<Waiting> orders = waiting("a", "b", "c");

    commit(orders, this::store);

    assertThat(stored).containsExactly(List.of("a", "b", "c"));
    assertThat(orders).extracting(GroupCommitTest::answer).containsExactly("a", "b", "c");
  }

  @Test
  void aLostConnectionIsTriedAgainAndNobodyNotices() {
    List<Waiting> orders = waiting("a", "b");
    List<String> failures = new ArrayList<>(List.of(CONNECTION_LOST, CONNECTION_LOST));

    commit(
        orders,
        group -> {
          if (!failures.isEmpty()) {
            throw new SQLException("lost", failures.removeFirst());
          }
          return store(group);
        });

    assertThat(orders).extracting(GroupCommitTest::answer).containsExactly("a", "b");
  }

  @Test
  void aDatabaseThatStaysAwayPostponesAll() {
    List<Waiting> orders = waiting("a", "b");

    commit(
        orders,
        group -> {
          throw new SQLException("lost", CONNECTION_LOST);
        });

    assertThat(orders)
        .extracting(order -> order.answer().join())
        .hasOnlyElementsOfType(Acceptance.Postponed.class);
  }

  @Test
  void anOrderThatTheDatabaseRefusesFailsAlone() {
    List<Waiting> orders = waiting("a", "bad", "c");

    commit(
        orders,
        group -> {
          if (group.stream().anyMatch(order -> order.orderId().equals("bad"))) {
            throw new SQLException("refused", DATA_REFUSED);
          }
          return store(group);
        });

    assertThat(stored).containsExactly(List.of("a"), List.of("c"));
    assertThat(orders.get(1).answer()).isCompletedExceptionally();
  }

  @Test
  void aBugFailsItsGroupAndTheNextOneIsServed() {
    List<Waiting> orders = waiting("bug", "a");

    commit(
        1,
        orders,
        group -> {
          if (group.getFirst().orderId().equals("bug")) {
            throw new IllegalStateException("a bug");
          }
          return store(group);
        });

    assertThat(orders.getFirst().answer()).isCompletedExceptionally();
    assertThat(answer(orders.getLast())).isEqualTo("a");
  }

  private List<Acceptance> store(List<NewOrder> group) {
    stored.add(group.stream().map(NewOrder::orderId).toList());
    return group.stream()
        .<Acceptance>map(order -> new Accepted(order.orderId(), order.wiring(), "placed"))
        .toList();
  }

  private static void commit(List<Waiting> orders, GroupCommit.Table table) {
    commit(100, orders, table);
  }

  private static void commit(int most, List<Waiting> orders, GroupCommit.Table table) {
    WaitingLine<Waiting> line = new WaitingLine<>(1_000, waiting -> 1);
    orders.forEach(line::offer);
    line.close();
    new GroupCommit(line, table, most, 1_000).run();
  }

  private static String answer(Waiting waiting) {
    return ((Accepted) waiting.answer().join()).orderId();
  }

  private static List<Waiting> waiting(String... ids) {
    return Stream.of(ids).map(id -> new Waiting(order(id), new CompletableFuture<>())).toList();
  }

  private static NewOrder order(String id) {
    return new NewOrder(
        id, true, Optional.empty(), Wiring.BROKER, null, null, new byte[0], "{}", null);
  }
}
