package com.example.orderflow.loadtester.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.example.orderflow.loadtester.schedule.Burst;
import com.example.orderflow.loadtester.schedule.Constant;
import com.example.orderflow.loadtester.schedule.Pause;
import com.example.orderflow.loadtester.schedule.Phase;
import com.example.orderflow.loadtester.schedule.Poisson;
import com.example.orderflow.loadtester.schedule.Schedule;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class ClusterTest {
  private static final double COLD = 2;

  @Example
  void theFirstRequestAfterAPauseWaitsForAPod() {
    Plan plan = plan(AutoscalerSettings.of(10), 0.1, burst(1));

    assertThat(plan.coldStarts()).isEqualTo(1);
    assertThat(plan.p99()).isCloseTo(2_100, within(5.0));
  }

  @Example
  void thePodGoesAfterTheWindowAndTheGrace() {
    Plan plan =
        plan(AutoscalerSettings.of(10), 0.1, burst(1), new Pause(Duration.ofMinutes(5)), burst(1));

    assertThat(plan.coldStarts()).isEqualTo(2);
    assertThat(plan.moments().get(85).pods()).isEqualTo(1);
    assertThat(plan.moments().get(100).pods()).isZero();
  }

  @Example
  void aPodThatAlwaysRunsSpareTheColdStart() {
    Plan plan = plan(AutoscalerSettings.of(10).withScale(1, 0), 0.1, burst(1));

    assertThat(plan.coldStarts()).isZero();
    assertThat(plan.p99()).isCloseTo(100, within(1.0));
  }

  /** Little's law: in flight on average = rate × time; a pod is meant to have 7 of its 10. */
  @Property(tries = 20)
  void inTheLongRunThereAreAsManyPodsAsLittlesLawWants(
      @ForAll @DoubleRange(min = 20, max = 200) double rate,
      @ForAll @DoubleRange(min = 0.05, max = 0.5) double seconds) {
    Plan plan = plan(AutoscalerSettings.of(10), seconds, new Constant(rate, Duration.ofMinutes(6)));

    double needed = Math.ceil(rate * seconds / 7);
    assertThat((double) plan.moments().get(355).pods()).isCloseTo(needed, within(1.0));
    assertThat(plan.requests()).isCloseTo(Math.round(rate * 360), within(1L));
  }

  @Property(tries = 20)
  void everyRequestIsAnsweredAndNoneSoonerThanItsWork(
      @ForAll @DoubleRange(min = 0.5, max = 100) double rate,
      @ForAll @IntRange(max = 20) int concurrency,
      @ForAll long seed) {
    Plan plan =
        Cluster.simulate(
            new Cluster.Workload(
                new Schedule(List.of(new Poisson(rate, Duration.ofMinutes(1), seed))),
                ServiceTimes.always(0.05),
                COLD,
                concurrency),
            AutoscalerSettings.of(concurrency),
            seed);

    assertThat(plan.latency().getTotalCount()).isEqualTo(plan.requests());
    if (plan.requests() > 0) {
      assertThat(plan.latency().getMinValue()).isGreaterThanOrEqualTo(49_900);
    }
  }

  @Example
  void theCheapestSettingThatIsFastEnoughIsAdvised() {
    Schedule rare = new Schedule(List.of(new Constant(0.002, Duration.ofHours(6))));
    Advice advice = new Advice(rare, new Cost(0.25, 0.25, 0.04, 0.005));
    Advice.Program program = new Advice.Program(ServiceTimes.always(0.05), COLD);

    Advice.Option patient = Advice.best(advice.options(program, 40, 5_000)).orElseThrow();
    Advice.Option hasty = Advice.best(advice.options(program, 40, 200)).orElseThrow();

    assertThat(patient.settings().minScale()).isZero();
    assertThat(hasty.settings().minScale()).isEqualTo(1);
    assertThat(patient.cost()).isLessThan(hasty.cost());
  }

  private static Phase burst(int size) {
    return new Burst(size, 1, Duration.ofSeconds(1));
  }

  private static Plan plan(AutoscalerSettings settings, double seconds, Phase... load) {
    return Cluster.simulate(
        new Cluster.Workload(new Schedule(List.of(load)), ServiceTimes.always(seconds), COLD, 10),
        settings,
        1);
  }
}
