package com.example.orderflow.orchestration.intake;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jboss.logging.Logger;

/**
 * Commits orders in groups: while one group is being written to the disk, the next one gathers. So
 * an order waits for two commits at most, and many share the price of one.
 *
 * <pre>
 * group ─► table ─┬─ stored ───────────────────────► each gets its answer
 *                 ├─ connection lost, deadlock ─► again ─┬► the same
 *                 │                                      └► a second later: postponed, all of them
 *                 └─ data refused ─► one by one: only the one that is to blame fails
 * </pre>
 *
 * Again is safe even if the first commit went through: the orders are found to be repeats.
 */
final class GroupCommit implements Runnable {

  private static final Logger LOG = Logger.getLogger("orderflow.intake");

  /** A restarted database leaves a pool full of dead connections, each good for one failure. */
  private static final Duration TRYING = Duration.ofSeconds(1);

  private static final Duration PAUSE = Duration.ofMillis(10);

  /** The order, and who waits for its answer. */
  record Waiting(NewOrder order, CompletableFuture<Acceptance> answer) {}

  /** Where orders are stored: all of a group in one transaction. */
  @FunctionalInterface
  interface Table {
    /** The answer to each order, in their order. */
    List<Acceptance> store(List<NewOrder> orders) throws SQLException;
  }

  private final WaitingLine<Waiting> line;
  private final Table table;
  private final int mostOrders;
  private final int mostBytes;

  GroupCommit(WaitingLine<Waiting> line, Table table, int mostOrders, int mostBytes) {
    this.line = line;
    this.table = table;
    this.mostOrders = mostOrders;
    this.mostBytes = mostBytes;
  }

  /** Until the line is closed and empty. */
  @Override
  public void run() {
    try {
      List<Waiting> group = line.takeGroup(mostOrders, mostBytes);
      while (!group.isEmpty()) {
        commit(group);
        group = line.takeGroup(mostOrders, mostBytes);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void commit(List<Waiting> group) throws InterruptedException {
    try {
      answer(group, store(group));
    } catch (SQLException failure) {
      if (!isRefusal(failure)) {
        LOG.warnf("orders.postponed count=%d state=%s", group.size(), failure.getSQLState());
        postpone(group);
      } else if (group.size() > 1) {
        for (Waiting one : group) {
          commit(List.of(one));
        }
      } else {
        fail(group, new IllegalStateException("SQL state " + failure.getSQLState(), failure));
      }
    } catch (RuntimeException bug) {
      fail(group, bug);
    }
  }

  private List<Acceptance> store(List<Waiting> group) throws SQLException, InterruptedException {
    List<NewOrder> orders = group.stream().map(Waiting::order).toList();
    long end = System.nanoTime() + TRYING.toNanos();
    while (true) {
      try {
        return table.store(orders);
      } catch (SQLException failure) {
        if (isRefusal(failure) || System.nanoTime() > end) {
          throw failure;
        }
        Thread.sleep(PAUSE);
      }
    }
  }

  private static void answer(List<Waiting> group, List<Acceptance> answers) {
    for (int i = 0; i < group.size(); i++) {
      group.get(i).answer().complete(answers.get(i));
    }
  }

  private static void postpone(List<Waiting> group) {
    Acceptance postponed = new Acceptance.Postponed("the database does not answer");
    group.forEach(one -> one.answer().complete(postponed));
  }

  private static void fail(List<Waiting> group, RuntimeException bug) {
    group.forEach(one -> one.answer().completeExceptionally(bug));
  }

  /** Wrong data, a broken constraint or wrong SQL: it would be as wrong the next time. */
  private static boolean isRefusal(SQLException failure) {
    String state = failure.getSQLState();
    return state != null
        && (state.startsWith("22") || state.startsWith("23") || state.startsWith("42"));
  }
}
