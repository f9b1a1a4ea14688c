package com.example.orderflow.loadtester.coldstart;

import com.example.orderflow.loadtester.coldstart.ColdStarts.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Something that helps against a cold start, and what it costs.
 *
 * @param firstAnswer what a customer then waits for a first answer, in milliseconds, p50
 * @param price in words, with what was measured of it
 */
public record Remedy(String function, String name, double firstAnswer, String price) {
  private static final double REQUESTS_A_DAY = 24 * 60;

  /** For each function: the four usual ones, as far as they were measured. */
  static List<Remedy> of(List<Row> rows) {
    List<Remedy> remedies = new ArrayList<>();
    Row plain = null;
    for (Row row : rows) {
      if (plain == null || !plain.function().equals(row.function())) {
        plain = row;
        remedies.addAll(ofPlain(row));
      } else {
        remedies.add(faster(row, plain));
      }
    }
    return List.copyOf(remedies);
  }

  private static List<Remedy> ofPlain(Row plain) {
    return List.of(
        new Remedy(
            plain.function(),
            "an instance always there (min-scale: 1)",
            plain.secondAnswer().p50(),
            words(
                "%.0f MB after the first event, %.0f MB after load, day and night",
                plain.memoryMb(), plain.load().memoryMb())),
        new Remedy(
            plain.function(),
            "an event every minute (PingSource)",
            plain.secondAnswer().p50(),
            words(
                "the same memory, as it never goes to zero, and %.1f s CPU a day for events that mean nothing",
                REQUESTS_A_DAY * plain.load().cpuMillis() / 1_000)),
        new Remedy(
            plain.function(),
            "a light image",
            plain.firstAnswer().p50(),
            words(
                "nothing, and helps only a node without the image: the program is %.0f MB",
                plain.diskMb())));
  }

  private static Remedy faster(Row row, Row plain) {
    return new Remedy(
        row.function(),
        "a faster start: " + row.variant(),
        row.firstAnswer().p50(),
        words(
            "a longer build; %.0f MB instead of %.0f on disk; CPU of a warm request times %.2f, memory under load times %.2f",
            row.diskMb(),
            plain.diskMb(),
            row.load().cpuMillis() / plain.load().cpuMillis(),
            row.load().memoryMb() / plain.load().memoryMb()));
  }

  private static String words(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
