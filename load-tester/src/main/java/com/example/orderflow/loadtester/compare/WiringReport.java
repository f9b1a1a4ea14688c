package com.example.orderflow.loadtester.compare;

import com.example.orderflow.loadtester.report.LoadReport;
import com.example.orderflow.loadtester.report.RunResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Wirings side by side, and variants of the functions.
 *
 * @param rounds each has one run of every contender, in turn
 * @param idle before the first round: functions that nobody needs are not there
 * @param idleAfter right after the last round, while functions still wait for more
 * @param rows one for each figure
 * @param fromNothing the same of runs that began without functions, one of each variant in each
 *     round; none where variants are not compared
 * @param faults one for each contender, with a function killed in the middle of a run; none where
 *     nothing was killed
 * @param problems of any run, in words
 */
public record WiringReport(
    String scenario,
    String description,
    Instant startedAt,
    LoadReport.Machine machine,
    int rounds,
    Contest contest,
    Idle idle,
    Idle idleAfter,
    List<Row> rows,
    List<Row> fromNothing,
    List<Fault> faults,
    List<String> problems) {

  /**
   * A platform with nothing to do.
   *
   * @param processors in use by all processes
   * @param processes each by itself; CPU of all the seconds
   */
  public record Idle(
      double seconds, double processors, double memoryMb, List<LoadReport.ProcessUse> processes) {}

  /** A figure of all contenders. */
  public record Row(String name, String unit, List<Cell> cells) {}

  /**
   * A figure of one contender.
   *
   * @param values one for each round
   * @param baseline what it is compared with
   * @param toBaseline the ratio, paired by rounds
   */
  public record Cell(
      Contender contender, List<Double> values, Contender baseline, Spread toBaseline) {

    boolean isCompared() {
      return !contender.equals(baseline) && !Double.isNaN(toBaseline.ratio());
    }
  }

  /** In one sentence. */
  public String headline() {
    Row latency = rows.getFirst();
    String medians =
        latency.cells().stream()
            .map(
                cell ->
                    String.format(
                        Locale.ROOT,
                        "%s %,.0f ms",
                        cell.contender().name(),
                        Median.of(cell.values())))
            .collect(Collectors.joining(", "));
    return "Half of the orders end within: %s (median of %d rounds)%s"
        .formatted(
            medians,
            rounds,
            problems.isEmpty() ? "; none was lost, none charged twice." : "; NOT all in balance.");
  }

  /** The p99 of orders to their end without a fault. */
  double usualP99(Contender contender) {
    return rows.stream()
        .filter(row -> row.name().equals(Figure.ORDER_P99))
        .flatMap(row -> row.cells().stream())
        .filter(cell -> cell.contender().equals(contender))
        .mapToDouble(cell -> Median.of(cell.values()))
        .findFirst()
        .orElse(0);
  }

  /** The same with faults: what they lost, or charged twice, speaks against the runs. */
  WiringReport with(List<Fault> others) {
    List<String> all = new ArrayList<>(problems);
    for (Fault fault : others) {
      if (fault.lost() > 0 || fault.doubleCharges() > 0) {
        all.add(
            "%s killed, %s: %,d orders without an end, %,d charged twice"
                .formatted(
                    fault.killed(), fault.contender().name(), fault.lost(), fault.doubleCharges()));
      }
    }
    return new WiringReport(
        scenario,
        description,
        startedAt,
        machine,
        rounds,
        contest,
        idle,
        idleAfter,
        rows,
        fromNothing,
        others,
        all);
  }

  static List<Row> rows(
      List<Figure> figures, Map<Contender, List<RunResult>> runs, Contest contest) {
    return figures.stream().map(figure -> row(figure, runs, contest)).toList();
  }

  private static Row row(Figure figure, Map<Contender, List<RunResult>> runs, Contest contest) {
    List<Cell> cells = new ArrayList<>();
    runs.forEach(
        (contender, results) -> {
          Contender baseline = contest.baselineOf(contender);
          List<Double> values = values(figure, results);
          cells.add(
              new Cell(
                  contender,
                  values,
                  baseline,
                  Spread.ofPairs(values, values(figure, runs.get(baseline)))));
        });
    return new Row(figure.name(), figure.unit(), cells);
  }

  private static List<Double> values(Figure figure, List<RunResult> results) {
    return results.stream().map(run -> figure.of().applyAsDouble(run)).toList();
  }
}
