package com.example.orderflow.loadtester.compare;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.orderflow.loadtester.compare.TwoRuns.Change;
import com.example.orderflow.loadtester.compare.TwoRuns.Verdict;
import com.example.orderflow.loadtester.report.LoadReport;
import com.example.orderflow.loadtester.report.LoadReport.Second;
import com.example.orderflow.loadtester.report.ReportJson;
import com.example.orderflow.loadtester.report.RunResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TwoRunsTest {
  private final Random random = new Random(1);

  @Test
  void twoRunsThatDifferOnlyByChanceDoNotDiffer() throws IOException {
    assertThat(answers(run(this::around100), run(this::around100)).verdict())
        .isEqualTo(Verdict.WITHIN_NOISE);
  }

  @Test
  void aRunThatTakesLongerHasChanged() throws IOException {
    Change change = answers(run(this::around100), run(() -> 1.3 * around100()));

    assertThat(change.verdict()).isEqualTo(Verdict.CHANGED);
    assertThat(change.ratio()).isBetween(1.2, 1.4);
  }

  @Test
  void whatIsCertainButTinyDoesNotMatter() throws IOException {
    assertThat(answers(run(() -> 100), run(() -> 101)).verdict()).isEqualTo(Verdict.WITHIN_NOISE);
  }

  @Test
  void ofOneValueEachNothingIsSaidOfChance() throws IOException {
    List<Change> changes = TwoRuns.compare(run(this::around100), run(this::around100));

    assertThat(changes)
        .filteredOn(change -> change.name().startsWith("memory"))
        .extracting(Change::verdict)
        .containsExactly(Verdict.UNKNOWN);
    assertThat(TwoRunsText.of(run(() -> 1), run(() -> 1), changes)).contains("noise unknown");
  }

  private double around100() {
    return 100 + 5 * random.nextGaussian();
  }

  private static Change answers(RunResult before, RunResult after) {
    return TwoRuns.compare(before, after).stream()
        .filter(change -> change.name().equals("answer, p50"))
        .findFirst()
        .orElseThrow();
  }

  /** A run of a minute with these medians. */
  private static RunResult run(DoubleSupplier p50) throws IOException {
    RunResult real = ReportJson.read(Path.of("src/test/resources/report/run.json"));
    LoadReport load = real.load();
    List<Second> series =
        IntStream.range(0, 60)
            .mapToObj(
                second -> new Second(second, 1, 1, 0, 0, 0, p50.getAsDouble(), 200, 300, 0, 0, 0))
            .toList();
    return new RunResult(
        real.balance(),
        new LoadReport(
            load.scenario(),
            load.description(),
            load.target(),
            load.startedAt(),
            load.seconds(),
            load.interrupted(),
            load.machine(),
            load.requests(),
            load.answers(),
            load.orders(),
            load.lateness(),
            load.tester(),
            load.traffic(),
            series,
            load.processes(),
            load.samples(),
            load.starts(),
            load.broken()));
  }
}
