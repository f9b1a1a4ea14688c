package com.example.orderflow.loadtester.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class ScheduleTest {
  private static final long SECOND = 1_000_000_000;

  @Property(tries = 200)
  void timesNeverFallAndLieInsideTheirPhase(@ForAll("phases") Phase phase) {
    long[] times = times(phase);

    assertThat(times).isSorted();
    assertThat(LongStream.of(times))
        .allMatch(time -> time >= 0 && time < phase.duration().toNanos());
  }

  @Property(tries = 200)
  void aPhaseGivesTheSameTimesAgain(@ForAll("phases") Phase phase) {
    assertThat(times(phase)).isEqualTo(times(phase));
  }

  @Property(tries = 200)
  void asManyAreDueAsThePhaseSays(@ForAll("exact") Phase phase) {
    // Each stair begins anew.
    double roundings = phase instanceof Step stairs ? stairs.steps() : 1;

    assertThat((double) times(phase).length).isCloseTo(phase.requests(), within(roundings));
  }

  @Property(tries = 100)
  void phasesFollowEachOther(@ForAll("phases") Phase first, @ForAll("phases") Phase second) {
    Schedule both = new Schedule(List.of(first, new Pause(Duration.ofSeconds(3)), second));

    long shift = first.duration().plusSeconds(3).toNanos();
    assertThat(times(both))
        .isEqualTo(
            LongStream.concat(
                    LongStream.of(times(first)), LongStream.of(times(second)).map(t -> t + shift))
                .toArray());
  }

  @Property(tries = 50)
  void aConstantRateIsEquallySpaced(@ForAll @DoubleRange(min = 0.5, max = 20_000) double rate) {
    long[] times = times(new Constant(rate, Duration.ofMillis(Math.round(200_000 / rate))));

    for (int request = 1; request < times.length; request++) {
      assertThat(times[request] - times[request - 1])
          .isCloseTo(Math.round(SECOND / rate), within(1L));
    }
  }

  @Property(tries = 50)
  void aPoissonProcessHasItsRateAndAsMuchSpreadAsItsMean(
      @ForAll @DoubleRange(min = 1, max = 5_000) double rate, @ForAll long seed) {
    int expected = 5_000;
    long[] times =
        times(new Poisson(rate, Duration.ofMillis(Math.round(expected / rate * 1000)), seed));

    double[] gaps = gaps(times);
    double mean = DoubleStream.of(gaps).average().orElseThrow();
    double variance =
        DoubleStream.of(gaps).map(gap -> (gap - mean) * (gap - mean)).average().orElseThrow();
    // Six standard deviations of each estimate.
    assertThat((double) times.length).isCloseTo(expected, within(6 * Math.sqrt(expected)));
    assertThat(Math.sqrt(variance) / mean).isCloseTo(1, within(0.12));
  }

  @Property(tries = 20)
  void anotherSeedGivesOtherTimes(@ForAll @IntRange(max = 1_000) int seed) {
    Duration second = Duration.ofSeconds(1);

    assertThat(times(new Poisson(100, second, seed)))
        .isNotEqualTo(times(new Poisson(100, second, seed + 1)));
  }

  @Property(tries = 100)
  void onARampEveryRequestIsDueWhereTheRampHasCountedToIt(
      @ForAll @DoubleRange(max = 500) double from, @ForAll @DoubleRange(max = 500) double to) {
    double length = 4;
    long[] times = times(new Ramp(from, to, Duration.ofSeconds(4)));

    for (int request = 0; request < times.length; request++) {
      double t = times[request] / (double) SECOND;
      assertThat(from * t + (to - from) * t * t / (2 * length)).isCloseTo(request, within(0.001));
    }
  }

  @Example
  void stepsHaveTheirRates() {
    long[] times = times(new Step(10, 5, 3, Duration.ofSeconds(2)));

    assertThat(between(times, 0, 2)).isEqualTo(20);
    assertThat(between(times, 2, 4)).isEqualTo(30);
    assertThat(between(times, 4, 6)).isEqualTo(40);
  }

  @Example
  void aBurstIsAtOnceAndComesAgain() {
    assertThat(times(new Burst(3, 2, Duration.ofSeconds(10))))
        .containsExactly(0, 0, 0, 10 * SECOND, 10 * SECOND, 10 * SECOND);
  }

  @Example
  void aReplayBeginsWithItsFirstStampAndRunsFaster() {
    Replay replay = new Replay(List.of(61_000L, 1_000L, 31_000L), 60);

    assertThat(times(replay)).containsExactly(0, SECOND / 2, SECOND);
    assertThat(replay.highestRate()).isEqualTo(2);
  }

  @Provide
  Arbitrary<Phase> phases() {
    return Arbitraries.oneOf(exact(), poisson());
  }

  @Provide
  Arbitrary<Phase> exact() {
    return Arbitraries.oneOf(
        Combinators.combine(rates(), durations()).as(Constant::new),
        Combinators.combine(rates(), rates(), durations()).as(Ramp::new),
        Combinators.combine(rates(), rates(), Arbitraries.integers().between(1, 5), durations())
            .as(Step::new),
        Combinators.combine(
                Arbitraries.integers().between(1, 50),
                Arbitraries.integers().between(1, 5),
                durations())
            .as(Burst::new),
        durations().map(Pause::new),
        Combinators.combine(
                Arbitraries.longs().between(0, 100_000).list().ofMinSize(1).ofMaxSize(20),
                Arbitraries.doubles().between(0.5, 1_000))
            .as(Replay::new));
  }

  private static Arbitrary<Phase> poisson() {
    return Combinators.combine(rates(), durations(), Arbitraries.longs()).as(Poisson::new);
  }

  private static Arbitrary<Double> rates() {
    return Arbitraries.doubles().between(0.01, 300);
  }

  private static Arbitrary<Duration> durations() {
    return Arbitraries.longs().between(1, 5_000).map(Duration::ofMillis);
  }

  private static long[] times(Phase phase) {
    return times(new Schedule(List.of(phase)));
  }

  private static long[] times(Schedule schedule) {
    Iterable<Long> times = schedule::times;
    return StreamSupport.stream(times.spliterator(), false).mapToLong(Long::longValue).toArray();
  }

  private static double[] gaps(long[] times) {
    double[] gaps = new double[times.length - 1];
    for (int i = 0; i < gaps.length; i++) {
      gaps[i] = times[i + 1] - times[i];
    }
    return gaps;
  }

  private static long between(long[] times, long from, long to) {
    return LongStream.of(times).filter(t -> t >= from * SECOND && t < to * SECOND).count();
  }
}
