package com.example.orderflow.localplatform.serving;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class AutoscalerTest {
  private static final Duration NO_WAIT = Duration.ZERO;
  private static final Duration TOO_LONG = Autoscaler.PATIENCE;
  private static final ServiceSpec SERVICE =
      ServiceSpec.of("ship-order", "dev.local/ship-order:1").withContainerConcurrency(10);

  private Instant now = Instant.EPOCH;
  private Autoscaler autoscaler = autoscaler(Scaling.DEFAULT);

  @Test
  void theFirstRequestStartsOneInstanceAtOnce() {
    assertThat(desired(1, NO_WAIT, 0)).isEqualTo(1);
    assertThat(desired(500, NO_WAIT, 0)).isEqualTo(1);
  }

  @Test
  void aBurstOfShortRequestsStartsNoFurtherInstance() {
    assertThat(desired(100, Duration.ofMillis(300), 1)).isEqualTo(1);
  }

  @Test
  void requestsThatWaitTooLongStartOneInstanceAtATime() {
    assertThat(desired(100, TOO_LONG, 1)).isEqualTo(2);
    assertThat(desired(100, TOO_LONG, 2)).isEqualTo(3);
  }

  @Test
  void noMoreInstancesAreStartedThanTheRequestsAtOnceNeed() {
    assertThat(desired(14, TOO_LONG, 2)).isEqualTo(2);
    assertThat(desired(15, TOO_LONG, 2)).isEqualTo(3);
  }

  @Test
  void maxScaleIsNotExceeded() {
    autoscaler = autoscaler(Scaling.DEFAULT.withMaxScale(2));

    assertThat(desired(100, TOO_LONG, 2)).isEqualTo(2);
  }

  @Test
  void theLastInstanceStopsWhenNoRequestCameForTheWindow() {
    desired(1, NO_WAIT, 1);

    after(Scaling.DEFAULT.window());
    assertThat(desired(0, NO_WAIT, 1)).isEqualTo(1);

    after(Duration.ofMillis(1));
    assertThat(desired(0, NO_WAIT, 1)).isZero();
  }

  @Test
  void instancesStayThatWereNeededWithinTheWindow() {
    desired(30, NO_WAIT, 5);
    after(Duration.ofSeconds(40));
    desired(7, NO_WAIT, 5);

    after(Duration.ofSeconds(30));

    assertThat(desired(0, NO_WAIT, 5)).isEqualTo(1);
  }

  @Test
  void theInitialScaleStaysForAWindow() {
    autoscaler = autoscaler(Scaling.DEFAULT.withInitialScale(3));
    assertThat(autoscaler.initial(now)).isEqualTo(3);

    after(Scaling.DEFAULT.window());
    assertThat(desired(0, NO_WAIT, 3)).isEqualTo(3);

    after(Duration.ofMillis(1));
    assertThat(desired(0, NO_WAIT, 3)).isZero();
  }

  @Test
  void theInitialScaleIsWithinTheBounds() {
    assertThat(autoscaler(Scaling.DEFAULT.withMinScale(2)).initial(now)).isEqualTo(2);
    assertThat(autoscaler(Scaling.DEFAULT.withInitialScale(9).withMaxScale(5)).initial(now))
        .isEqualTo(5);
  }

  @Test
  void minScaleStays() {
    autoscaler = autoscaler(Scaling.DEFAULT.withMinScale(2));

    assertThat(desired(0, NO_WAIT, 0)).isEqualTo(2);
    after(Duration.ofHours(1));
    assertThat(desired(0, NO_WAIT, 3)).isEqualTo(2);
  }

  @Property
  void whateverTheLoadTheBoundsHold(
      @ForAll @Size(max = 50) List<@IntRange(max = 1_000) Integer> loads,
      @ForAll @IntRange(max = 12) int initial,
      @ForAll @IntRange(max = 3) int min,
      @ForAll @IntRange(min = 3, max = 9) int max) {
    autoscaler =
        autoscaler(Scaling.DEFAULT.withInitialScale(initial).withMinScale(min).withMaxScale(max));
    int instances = autoscaler.initial(now);
    assertThat(instances).isBetween(min, max);
    for (int concurrency : loads) {
      after(Duration.ofSeconds(7));
      int desired = desired(concurrency, TOO_LONG, instances);
      assertThat(desired).isBetween(min, max);
      assertThat(desired).isGreaterThanOrEqualTo(concurrency > 0 ? 1 : 0);
      instances = desired;
    }
  }

  private Autoscaler autoscaler(Scaling scaling) {
    return new Autoscaler(SERVICE.withScaling(scaling), Autoscaler.PATIENCE);
  }

  private int desired(int concurrency, Duration longestWait, int instances) {
    return autoscaler.desired(now, new Load(concurrency, longestWait), instances);
  }

  private void after(Duration time) {
    now = now.plus(time);
  }
}
