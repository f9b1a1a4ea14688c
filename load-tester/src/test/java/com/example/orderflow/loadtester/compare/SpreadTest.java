package com.example.orderflow.loadtester.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;

class SpreadTest {

  /** Rounds that differ tenfold say nothing against a ratio that is the same in each. */
  @Property(tries = 100)
  void whatDisturbsBothIsNotInTheRatio(
      @ForAll @Size(min = 3, max = 8) List<@DoubleRange(min = 1, max = 1_000) Double> baseline,
      @ForAll @DoubleRange(min = 0.2, max = 5) double factor) {
    Spread spread = Spread.ofPairs(baseline.stream().map(one -> one * factor).toList(), baseline);

    assertThat(spread.ratio()).isCloseTo(factor, within(1e-9));
    assertThat(spread.low()).isCloseTo(factor, within(1e-6));
    assertThat(spread.high()).isCloseTo(factor, within(1e-6));
  }

  @Example
  void twiceAndHalfCancelOut() {
    Spread spread = Spread.ofPairs(List.of(2.0, 0.5), List.of(1.0, 1.0));

    assertThat(spread.ratio()).isCloseTo(1, within(1e-9));
    assertThat(spread.differs()).isFalse();
  }

  /** By hand: mean of logarithms 0, deviation 0.1, n = 4; t(0.975, 3) = 3.182. */
  @Example
  void theIntervalIsStudents() {
    List<Double> values =
        IntStream.of(-1, 1, -1, 1).mapToObj(sign -> Math.exp(sign * 0.1)).toList();

    Spread spread = Spread.ofPairs(values, List.of(1.0, 1.0, 1.0, 1.0));

    assertThat(Math.log(spread.high())).isCloseTo(3.182 * 0.11547 / 2, within(1e-3));
  }

  @Example
  void aSingleRoundHasNoInterval() {
    Spread spread = Spread.ofPairs(List.of(3.0), List.of(2.0));

    assertThat(spread.ratio()).isEqualTo(1.5);
    assertThat(spread.low()).isNaN();
    assertThat(spread.differs()).isFalse();
  }
}
