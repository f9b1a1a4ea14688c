package com.example.orderflow.loadtester.knee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.example.orderflow.loadtester.knee.Knee.Attempt;
import com.example.orderflow.loadtester.scenario.Scenario.KneeSearch;
import java.time.Duration;
import java.util.List;
import java.util.function.DoublePredicate;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

class KneeFinderTest {
  private static final double PRECISION = 0.05;

  @Property(tries = 200)
  void theKneeIsFoundWithinThePrecision(@ForAll @DoubleRange(min = 21, max = 1_900) double limit)
      throws Exception {
    Knee knee = find(rate -> rate <= limit);

    assertThat(knee.rate()).isLessThanOrEqualTo(limit);
    assertThat(knee.rate()).isGreaterThan(limit * (1 - PRECISION));
    assertThat(knee.breaksAt()).isGreaterThan(limit);
    assertThat(knee.repeats()).isEqualTo(3);
  }

  @Example
  void whatDoesNotHoldAgainIsLowered() throws Exception {
    int[] tries = {0};
    Knee knee = find(rate -> rate <= 100 && (rate < 97 || ++tries[0] == 1));

    assertThat(knee.rate()).isBetween(90.0, 97.0);
    assertThat(knee.attempts()).hasSizeGreaterThan(8);
  }

  @Example
  void aTargetThatBearsTheHighestRateIsSaidToHold() throws Exception {
    Knee knee = find(rate -> true);

    assertThat(knee.rate()).isEqualTo(2_000);
    assertThat(knee.breaksAt()).isNull();
  }

  @Example
  void aTargetThatBearsNothingHasNoKnee() throws Exception {
    Knee knee = find(rate -> false);

    assertThat(knee.rate()).isZero();
    assertThat(knee.attempts()).hasSize(1);
  }

  @Example
  void confidenceGrowsWithRepeats() throws Exception {
    assertThat(Knee.confidence(0)).isZero();
    assertThat(Knee.confidence(3)).isCloseTo(0.368, within(0.001));
    assertThat(Knee.confidence(20)).isCloseTo(0.861, within(0.001));
  }

  private static Knee find(DoublePredicate holds) throws Exception {
    return new KneeFinder(
            new KneeSearch(20, 2_000, PRECISION, 3, Duration.ZERO),
            rate ->
                new Attempt(
                    rate, 10, 20, holds.test(rate) ? List.of() : List.of("p99 is too long")))
        .find();
  }
}
