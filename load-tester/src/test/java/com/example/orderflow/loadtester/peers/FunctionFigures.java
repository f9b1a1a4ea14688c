package com.example.orderflow.loadtester.peers;

import com.example.orderflow.loadtester.peers.FunctionBenchmark.Server;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What was measured, as medians of the rounds, each with the lowest and the highest.
 *
 * @param rounds of each server; the first one is ours
 */
record FunctionFigures(Map<Server, List<Round>> rounds) {
  private static final double MICROS_PER_MILLI = 1_000;

  /** What ours should reach of them, at least. */
  private static final Map<String, String> GOALS =
      Map.of("Vert.x echo", ">= 0.45", "Go", ">= 1", "Flask", ">= 10");

  /**
   * One server in one round.
   *
   * @param busy with many requests at once
   * @param cpuSeconds of the server meanwhile
   * @param alone with one request at a time
   */
  record Round(ClosedLoop.Result busy, double cpuSeconds, ClosedLoop.Result alone) {
    double cpuPerThousand() {
      return 1_000 * cpuSeconds / busy.answered();
    }

    double load() {
      return 100 * cpuSeconds / busy.seconds();
    }

    double aloneMillis(double percentile) {
      return alone.latency().getValueAtPercentile(percentile) / MICROS_PER_MILLI;
    }
  }

  void print() {
    rounds.forEach(
        (server, all) -> {
          line(server.name(), "1/s", "%.0f", all, round -> round.busy().rate());
          line(server.name() + ", CPU of 1,000 requests", "s", "%.3f", all, Round::cpuPerThousand);
          line(server.name() + ", of a processor", "%", "%.0f", all, Round::load);
          line(server.name() + ", p50 alone", "ms", "%.2f", all, round -> round.aloneMillis(50));
          line(server.name() + ", p99 alone", "ms", "%.2f", all, round -> round.aloneMillis(99));
        });
    Server ours = rounds.keySet().iterator().next();
    rounds.keySet().stream()
        .skip(1)
        .forEach(
            peer -> {
              String goal = GOALS.getOrDefault(peer.name(), "");
              String pair = ours.name() + " / " + peer.name();
              printRatio(pair, goal, ours, peer, round -> round.busy().rate());
              // Of the server alone: the client has its part in the rates.
              printRatio(pair + ", by CPU", "", ours, peer, round -> 1 / round.cpuPerThousand());
            });
  }

  private void printRatio(
      String what, String goal, Server ours, Server peer, ToDoubleFunction<Round> of) {
    double[] ratios =
        IntStream.range(0, rounds.get(ours).size())
            .mapToDouble(
                round ->
                    of.applyAsDouble(rounds.get(ours).get(round))
                        / of.applyAsDouble(rounds.get(peer).get(round)))
            .toArray();
    print(what, "", "%.2f", goal, ratios);
  }

  private static void line(
      String what, String unit, String format, List<Round> all, ToDoubleFunction<Round> of) {
    print(what, unit, format, "", all.stream().mapToDouble(of).toArray());
  }

  private static void print(String what, String unit, String format, String goal, double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    System.out.printf(
        Locale.ROOT,
        "%s|" + format + "|%s|%s|" + format + "|" + format + "%n",
        what,
        sorted[sorted.length / 2],
        unit,
        goal,
        sorted[0],
        sorted[sorted.length - 1]);
  }
}
