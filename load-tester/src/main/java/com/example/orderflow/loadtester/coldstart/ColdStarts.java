package com.example.orderflow.loadtester.coldstart;

import com.example.orderflow.loadtester.report.LoadReport;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Programs started cold, in turn, so that whatever else the machine does meets all of them.
 *
 * @param starts of each
 */
public record ColdStarts(
    Instant startedAt, LoadReport.Machine machine, int starts, List<Row> rows) {

  /** Hears of each start. */
  public interface Listener {
    void started(int round, Candidate candidate, Launch launch);
  }

  /**
   * What one program takes, in milliseconds.
   *
   * @param listening until it takes connections; so are the next, in their order
   */
  public record Row(
      String function,
      String variant,
      Times listening,
      Times firstAnswer,
      Times secondAnswer,
      double memoryMb) {}

  /** Half of the starts take at most p50, 95 of 100 at most p95. */
  public record Times(double p50, double p95) {}

  public static ColdStarts measure(
      List<Candidate> candidates, int starts, LoadReport.Machine machine, Listener listener)
      throws IOException, InterruptedException {
    Instant startedAt = Instant.now();
    Map<Candidate, List<Launch>> launches = new LinkedHashMap<>();
    try (HttpClient http = HttpClient.newHttpClient()) {
      for (int round = 1; round <= starts; round++) {
        for (Candidate candidate : candidates) {
          Launch launch = Launch.of(candidate, http);
          launches.computeIfAbsent(candidate, first -> new ArrayList<>()).add(launch);
          listener.started(round, candidate, launch);
        }
      }
    }
    List<Row> rows = new ArrayList<>();
    launches.forEach((candidate, all) -> rows.add(row(candidate, all)));
    return new ColdStarts(startedAt, machine, starts, rows);
  }

  private static Row row(Candidate candidate, List<Launch> launches) {
    return new Row(
        candidate.function(),
        candidate.variant(),
        times(launches, Launch::listening),
        times(launches, Launch::firstAnswer),
        times(launches, Launch::secondAnswer),
        launches.stream().mapToDouble(Launch::memoryMb).max().orElse(0));
  }

  private static Times times(List<Launch> launches, ToDoubleFunction<Launch> of) {
    double[] sorted = launches.stream().mapToDouble(of).sorted().toArray();
    return new Times(at(sorted, 0.5), at(sorted, 0.95));
  }

  /** The smallest that so large a share does not exceed. */
  static double at(double[] sorted, double share) {
    return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
  }
}
