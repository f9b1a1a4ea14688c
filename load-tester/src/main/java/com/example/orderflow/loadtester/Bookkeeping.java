package com.example.orderflow.loadtester;

import com.example.orderflow.loadtester.balance.Tally;
import com.example.orderflow.loadtester.firing.FiringListener;
import com.example.orderflow.loadtester.firing.Shot;
import com.example.orderflow.loadtester.reading.Expected;
import com.example.orderflow.loadtester.sending.Entrance;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeSet;

/** Tells the tally what is fired and what was answered. */
record Bookkeeping(Tally tally, Entrance entrance) implements FiringListener {

  /** For a target after which nobody follows an order. */
  static FiringListener none() {
    return new FiringListener() {
      @Override
      public void posting(Shot shot, Instant due) {}

      @Override
      public void settled(Shot shot, Optional<String> error) {}
    };
  }

  @Override
  public void posting(Shot shot, Instant due) {
    if (becomesAnOrder(shot)) {
      tally.posting(shot.order().orderId(), due, expected(shot));
    }
  }

  @Override
  public void settled(Shot shot, Optional<String> error) {
    if (!becomesAnOrder(shot)) {
      return;
    }
    String orderId = shot.order().orderId();
    error.ifPresentOrElse(
        reason -> tally.notAccepted(orderId, reason), () -> tally.accepted(orderId, Instant.now()));
  }

  /** The API refuses what is malformed; the Broker takes it, and it ends as a dead letter. */
  private boolean becomesAnOrder(Shot shot) {
    return shot.kind() != Shot.Kind.MALFORMED || entrance instanceof Entrance.Broker;
  }

  private static Optional<Expected> expected(Shot shot) {
    return shot.kind() == Shot.Kind.MALFORMED
        ? Optional.of(new Expected(Ending.DEAD_LETTERED, new TreeSet<>(), null))
        : shot.order().expected();
  }
}
