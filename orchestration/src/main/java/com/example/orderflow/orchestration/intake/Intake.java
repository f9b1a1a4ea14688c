package com.example.orderflow.orchestration.intake;

import com.example.orderflow.events.Wiring;
import com.example.orderflow.orchestration.intake.GroupCommit.Waiting;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/** The one way in: an order is answered when it is durable, or told that there is no room. */
@Singleton
public final class Intake {

  private final Backlog backlog;
  private final WaitingLine<Waiting> line;
  private final OrderTable table;
  private final Event<OrdersAccepted> accepted;
  private final DistributionSummary groupSizes;
  private final List<Thread> writers;

  Intake(
      IntakeConfig config,
      DataSource connections,
      Backlog backlog,
      Event<OrdersAccepted> accepted,
      MeterRegistry meters) {
    this.backlog = backlog;
    this.accepted = accepted;
    this.table = new OrderTable(connections);
    this.line =
        new WaitingLine<>(
            Math.toIntExact(config.room().asLongValue()),
            waiting -> waiting.order().document().length());
    meters.gauge("orderflow.intake.waiting.bytes", line, WaitingLine::bytes);
    this.groupSizes = meters.summary("orderflow.intake.group.orders");
    GroupCommit groups =
        new GroupCommit(
            line,
            this::store,
            config.groupOrders(),
            Math.toIntExact(config.groupSize().asLongValue()));
    this.writers =
        IntStream.range(0, config.writers())
            .mapToObj(n -> Thread.ofPlatform().name("intake-" + n).start(groups))
            .toList();
  }

  /** Accepts an order, or says why not; fails only for a bug. */
  public CompletionStage<Acceptance> accept(NewOrder order) {
    if (backlog.isFull(order.wiring())) {
      return postponed("too many orders wait for wiring " + order.wiring().id());
    }
    Waiting waiting = new Waiting(order, new CompletableFuture<>());
    return line.offer(waiting)
        ? waiting.answer()
        : postponed("too many orders wait for their commit");
  }

  private static CompletionStage<Acceptance> postponed(String reason) {
    return CompletableFuture.completedStage(new Acceptance.Postponed(reason));
  }

  private List<Acceptance> store(List<NewOrder> orders) throws SQLException {
    List<Acceptance> answers = table.store(orders);
    groupSizes.record(orders.size());
    Set<Wiring> wirings = EnumSet.noneOf(Wiring.class);
    orders.forEach(order -> wirings.add(order.wiring()));
    accepted.fire(new OrdersAccepted(wirings));
    return answers;
  }

  void stop(@Observes ShutdownEvent shutdown) throws InterruptedException {
    line.close();
    for (Thread writer : writers) {
      writer.join();
    }
  }
}
