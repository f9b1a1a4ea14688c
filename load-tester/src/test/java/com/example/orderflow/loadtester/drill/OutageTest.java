package com.example.orderflow.loadtester.drill;

import static com.example.orderflow.loadtester.topics.Events.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.example.orderflow.loadtester.balance.Journey;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A kill at noon, after which an order is shipped three seconds later. */
class OutageTest {
  private static final Outage.Span SPAN = new Outage.Span("kafka", 1, NOON, NOON.plusSeconds(3));

  @Test
  void itIsAsLongAsNothingWasShipped() {
    assertThat(SPAN.with(List.of())).isEqualTo(new Outage("kafka", 1, 3_000, 0, 0));
  }

  @Test
  void ordersThatWereUnderWayMeanwhileTellItsLongestWay() {
    Outage outage = SPAN.with(List.of(way(-1_000, 3_500), way(500, 3_000), way(2_900, 3_100)));

    assertThat(outage.longestMillis()).isEqualTo(4_500);
    assertThat(outage.late()).isEqualTo(2);
  }

  @Test
  void ordersBeforeAndAfterItDoNotMatter() {
    Outage outage = SPAN.with(List.of(way(-9_000, -1), way(3_001, 12_000)));

    assertThat(outage.longestMillis()).isZero();
    assertThat(outage.late()).isZero();
  }

  private static Journey way(long posted, long ended) {
    return new Journey(NOON.plusMillis(posted), NOON.plusMillis(ended));
  }
}
