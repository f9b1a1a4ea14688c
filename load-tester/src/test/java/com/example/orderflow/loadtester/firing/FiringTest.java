package com.example.orderflow.loadtester.firing;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.orderflow.events.EventType;
import com.example.orderflow.loadtester.Ending;
import com.example.orderflow.loadtester.scenario.OrderMix;
import com.example.orderflow.loadtester.schedule.Burst;
import com.example.orderflow.loadtester.schedule.Constant;
import com.example.orderflow.loadtester.schedule.Phase;
import com.example.orderflow.loadtester.schedule.Schedule;
import com.example.orderflow.loadtester.sending.Entrance;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FiringTest {
  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  private final List<Instant> dues = new CopyOnWriteArrayList<>();
  private Target target = new Target();

  @AfterEach
  void stop() {
    target.close();
  }

  @Test
  void everyRequestOfTheScheduleIsFiredAndAnswered() throws InterruptedException {
    Meters meters = fire(new Constant(500, Duration.ofMillis(400)), 1_000);

    assertThat(meters.counts()).isEqualTo(new Meters.Counts(200, 200, 0, 0, 0));
    assertThat(target.received()).isEqualTo(200);
    assertThat(meters.latency().getTotalCount()).isEqualTo(200);
  }

  @Test
  void requestsAreDueWhenTheScheduleSaysAndNeverLeaveBefore() throws InterruptedException {
    fire(new Constant(100, Duration.ofMillis(300)), 1_000);

    for (int request = 1; request < dues.size(); request++) {
      assertThat(Duration.between(dues.get(request - 1), dues.get(request)))
          .isCloseTo(Duration.ofMillis(10), Duration.ofNanos(2));
    }
    assertThat(target.arrivals()).hasSize(30);
    for (int request = 0; request < dues.size(); request++) {
      assertThat(target.arrivals().get(request)).isAfterOrEqualTo(dues.get(request).minusMillis(5));
    }
  }

  /** A tester that waits for answers would fire nothing meanwhile, and see one slow request. */
  @Test
  void aTargetThatStallsIsSeenInThePercentiles() throws InterruptedException {
    target.stall(Duration.ofMillis(300), Duration.ofMillis(600));

    Meters meters = fire(new Constant(200, Duration.ofMillis(1_200)), 1_000);

    assertThat(meters.counts().answered()).isEqualTo(240);
    // Half of all requests were due while nobody answered, and waited 300 ms on average.
    assertThat(millis(meters, 75)).isGreaterThan(200);
    assertThat(millis(meters, 99)).isGreaterThan(500);
  }

  @Test
  void whatMayNotWaitAnyMoreIsMissedAndCounted() throws InterruptedException {
    target.stall(Duration.ZERO, Duration.ofMillis(500));

    Meters meters = fire(new Burst(50, 1, Duration.ofMillis(100)), 20);

    assertThat(meters.counts()).isEqualTo(new Meters.Counts(20, 20, 30, 0, 0));
    assertThat(target.mostAtOnce()).isLessThanOrEqualTo(20);
  }

  @Test
  void aRefusalAndASilenceAreErrors() throws InterruptedException {
    target.answer(503, "out of order");
    Meters refused = fire(new Burst(3, 1, Duration.ofMillis(10)), 10);
    target.close();
    Meters silent = fire(new Burst(2, 1, Duration.ofMillis(10)), 10);

    assertThat(refused.errors()).containsExactly(Map.entry("503 out of order", 3L));
    assertThat(silent.counts().failed()).isEqualTo(2);
    assertThat(silent.errors().keySet()).allMatch(reason -> reason.contains("refused"));
  }

  @Test
  void aBrokenRequestHasToBeRefused() throws InterruptedException {
    OrderMix broken = new OrderMix(Map.of(Ending.SHIPPED, 1), 1, 1, 0, 1, 1);
    target.answer(400, "no JSON");
    Meters refused = fire(new Burst(3, 1, Duration.ofMillis(10)), 10, broken);
    target.answer(200, "");
    Meters taken = fire(new Burst(3, 1, Duration.ofMillis(10)), 10, broken);

    assertThat(refused.counts().failed()).isZero();
    assertThat(taken.errors()).containsExactly(Map.entry("malformed, but the answer is 200", 3L));
  }

  @Test
  void nothingIsFiredAfterAStop() throws InterruptedException {
    try (Firing firing = firing(new Constant(100, Duration.ofMinutes(1)), 10, OrderMix.DEFAULT)) {
      firing.stop();
      firing.await();

      assertThat(firing.meters().counts().started()).isLessThan(3_000);
      assertThat(firing.meters().counts().inFlight()).isZero();
    }
  }

  @Test
  void whatIsDueInTheWarmUpIsNotInThePercentiles() throws InterruptedException {
    Firing.Settings half = settings(new Constant(100, Duration.ofMillis(400)), 1_000, 200);
    try (Firing firing = new Firing(half, target::address, shots(OrderMix.DEFAULT), listener())) {
      firing.await();

      assertThat(firing.meters().counts().answered()).isEqualTo(40);
      assertThat(firing.meters().latency().getTotalCount()).isEqualTo(20);
    }
  }

  private Meters fire(Phase phase, int mostInFlight) throws InterruptedException {
    return fire(phase, mostInFlight, OrderMix.DEFAULT);
  }

  private Meters fire(Phase phase, int mostInFlight, OrderMix mix) throws InterruptedException {
    try (Firing firing = firing(phase, mostInFlight, mix)) {
      firing.await();
      return firing.meters();
    }
  }

  private Firing firing(Phase phase, int mostInFlight, OrderMix mix) {
    dues.clear();
    return new Firing(settings(phase, mostInFlight, 0), target::address, shots(mix), listener());
  }

  private static Firing.Settings settings(Phase phase, int mostInFlight, long warmUpMillis) {
    return new Firing.Settings(
        new Schedule(List.of(phase)),
        new Entrance.Function("validate-order", Optional.of(URI.create("http://ignored"))),
        mostInFlight,
        TIMEOUT,
        Duration.ofMillis(warmUpMillis));
  }

  private static Shots shots(OrderMix mix) {
    return new Shots(mix, EventType.ORDER_CREATED, "run");
  }

  private FiringListener listener() {
    return new FiringListener() {
      @Override
      public void posting(Shot shot, Instant due) {
        dues.add(due);
      }

      @Override
      public void settled(Shot shot, Optional<String> error) {}
    };
  }

  private static double millis(Meters meters, double percentile) {
    return meters.latency().getValueAtPercentile(percentile) / 1_000.0;
  }
}
