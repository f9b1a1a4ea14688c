package com.example.orderflow.loadtester.coldstart;

import com.example.orderflow.loadtester.report.LoadReport;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * Programs started cold, in turn, so that whatever else the machine does meets all of them.
 *
 * @param starts of each
 * @param missing variants that are not built, each with what builds it
 */
public record ColdStarts(
    Instant startedAt,
    LoadReport.Machine machine,
    int starts,
    List<Row> rows,
    List<Remedy> remedies,
    List<String> missing) {
  private static final Duration LOAD = Duration.ofSeconds(6);

  /** Hears of each start. */
  public interface Listener {
    void started(int round, Candidate candidate, Launch launch);
  }

  /**
   * What one program takes, in milliseconds.
   *
   * @param process until the framework begins; so are the next, in their order, as in {@link
   *     Launch}
   * @param memoryMb after the first answer, the most of all starts
   */
  public record Row(
      String function,
      String variant,
      Times process,
      Times framework,
      Times connection,
      Times firstRequest,
      Times firstAnswer,
      Times secondAnswer,
      double memoryMb,
      UnderLoad load,
      double diskMb) {}

  /**
   * Half of the starts take at most p50, 95 of 100 at most p95.
   *
   * @param sorted each of them
   */
  public record Times(double p50, double p95, List<Double> sorted) {}

  public static ColdStarts measure(
      List<Candidate> candidates,
      List<String> missing,
      int starts,
      LoadReport.Machine machine,
      Listener listener)
      throws IOException, InterruptedException {
    Instant startedAt = Instant.now();
    Map<Candidate, List<Launch>> launches = new LinkedHashMap<>();
    List<Row> rows = new ArrayList<>();
    try (HttpClient http = HttpClient.newHttpClient()) {
      for (int round = 1; round <= starts; round++) {
        for (Candidate candidate : candidates) {
          Launch launch = Launch.of(candidate, http);
          launches.computeIfAbsent(candidate, first -> new ArrayList<>()).add(launch);
          listener.started(round, candidate, launch);
        }
      }
      for (Candidate candidate : candidates) {
        rows.add(row(candidate, launches.get(candidate), UnderLoad.of(candidate, http, LOAD)));
      }
    }
    return new ColdStarts(startedAt, machine, starts, rows, Remedy.of(rows), missing);
  }

  /** In one sentence: of each variant the slowest function, for a pipeline waits for all. */
  public String headline() {
    Map<String, Double> slowest = new LinkedHashMap<>();
    rows.forEach(row -> slowest.merge(row.variant(), row.firstAnswer().p50(), Math::max));
    return "From nothing to the first answer of the slowest function: "
        + slowest.entrySet().stream()
            .map(one -> String.format(Locale.ROOT, "%s %,.0f ms", one.getKey(), one.getValue()))
            .collect(Collectors.joining(", "))
        + " (p50).";
  }

  private static Row row(Candidate candidate, List<Launch> launches, UnderLoad load) {
    return new Row(
        candidate.function(),
        candidate.variant(),
        times(launches, Launch::process),
        times(launches, Launch::framework),
        times(launches, Launch::connection),
        times(launches, Launch::firstRequest),
        times(launches, Launch::firstAnswer),
        times(launches, Launch::secondAnswer),
        launches.stream().mapToDouble(Launch::memoryMb).max().orElse(0),
        load,
        candidate.diskMb());
  }

  private static Times times(List<Launch> launches, ToDoubleFunction<Launch> of) {
    double[] sorted = launches.stream().mapToDouble(of).sorted().toArray();
    return new Times(at(sorted, 0.5), at(sorted, 0.95), Arrays.stream(sorted).boxed().toList());
  }

  /** The smallest that so large a share does not exceed. */
  static double at(double[] sorted, double share) {
    return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
  }
}
