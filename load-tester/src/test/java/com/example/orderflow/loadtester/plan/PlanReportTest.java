package com.example.orderflow.loadtester.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.orderflow.loadtester.plan.Plan.Moment;
import com.example.orderflow.loadtester.scenario.Scenario;
import com.example.orderflow.loadtester.scenario.ScenarioFile;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class PlanReportTest {
  private static final Cost COST = new Cost(0.5, 0.25, 0.04, 0.005);

  @Example
  void theHeadlineIsTheCheapestThatIsFastEnough() throws Exception {
    PlanReport report = report(5_000);

    assertThat(report.headline()).startsWith("containerConcurrency ").contains(" pod hours, ");
    assertThat(report.rows().getFirst().cpuHours())
        .isEqualTo(report.rows().getFirst().podHours() * 0.5);
  }

  @Example
  void whereNothingIsFastEnoughItSaysSo() throws Exception {
    assertThat(report(1).headline()).startsWith("Nothing that was tried is fast enough");
  }

  /** However long it is: a rush of one second has to be seen. */
  @Property(tries = 50)
  void noPeakIsLostOnThePage(
      @ForAll @IntRange(min = 1, max = 90_000) int seconds,
      @ForAll @IntRange(max = 89_999) int at) {
    int peak = 1 + at % seconds;
    List<Moment> moments =
        IntStream.rangeClosed(1, seconds)
            .mapToObj(second -> new Moment(second, second == peak ? 9 : 1, 0, 0))
            .toList();

    List<PlanReport.Stretch> stretches = PlanReport.stretches(moments);

    assertThat(stretches).hasSizeLessThanOrEqualTo(720);
    assertThat(stretches.stream().filter(stretch -> stretch.pods() == 9)).hasSize(1);
  }

  private static PlanReport report(double p99Millis) throws Exception {
    Scenario scenario = ScenarioFile.read(Path.of("../scenarios/compare.yaml"));
    Advice.Program program = new Advice.Program(ServiceTimes.always(0.05), 2);
    List<Advice.Option> options = new Advice(scenario.load(), COST).options(program, 10, p99Millis);
    return PlanReport.of(scenario, program, options, COST, p99Millis);
  }
}
