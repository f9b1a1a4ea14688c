package com.example.orderflow.cli;

import com.example.orderflow.cli.ContenderRuns.Round;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What was measured, as medians of the rounds, each with the lowest and the highest.
 *
 * @param rounds of each contender; the first one is the plain program
 */
record BaselineFigures(Map<String, List<Round>> rounds) {
  private static final List<Figure> FIGURES =
      List.of(
          new Figure("shipped", "1/s", "%.0f", Round::shippedPerSecond),
          new Figure("order to its end, p50", "ms", "%.1f", round -> round.orders().p50()),
          new Figure("order to its end, p99", "ms", "%.1f", round -> round.orders().p99()),
          new Figure("CPU of an order", "ms", "%.1f", Round::cpuPerOrder),
          new Figure("memory at most", "MB", "%.0f", Round::memory));

  private record Figure(String name, String unit, String format, ToDoubleFunction<Round> of) {}

  void print() {
    for (Figure figure : FIGURES) {
      rounds.forEach(
          (name, all) ->
              print(
                  name + ", " + figure.name(),
                  figure.unit(),
                  figure.format(),
                  all.stream().mapToDouble(figure.of()).toArray()));
    }
    String plain = rounds.keySet().iterator().next();
    for (Figure figure : FIGURES) {
      rounds.keySet().stream()
          .skip(1)
          .forEach(
              wiring ->
                  print(
                      "%s / %s, %s".formatted(wiring, plain, figure.name()),
                      "",
                      "%.2f",
                      ratios(figure, rounds.get(wiring), rounds.get(plain))));
    }
  }

  /** Of the same round: what disturbed both is not in them. */
  private static double[] ratios(Figure figure, List<Round> wiring, List<Round> plain) {
    return IntStream.range(0, wiring.size())
        .mapToDouble(
            round ->
                figure.of().applyAsDouble(wiring.get(round))
                    / figure.of().applyAsDouble(plain.get(round)))
        .toArray();
  }

  private static void print(String what, String unit, String format, double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    System.out.printf(
        Locale.ROOT,
        "%s|" + format + "|%s||" + format + "|" + format + "%n",
        what,
        sorted[sorted.length / 2],
        unit,
        sorted[0],
        sorted[sorted.length - 1]);
  }
}
