package com.example.orderflow.wiringcheck.values;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that somebody meant. */
final class Spelling {
  /** Letters that may be wrong, missing or too many. */
  private static final int MOST_WRONG = 3;

  private Spelling() {}

  static Optional<String> closest(String name, List<String> known) {
    return known.stream()
        .filter(candidate -> distance(name, candidate) <= MOST_WRONG)
        .min(Comparator.comparing(candidate -> distance(name, candidate)));
  }

  /** Levenshtein's; capitals do not count, nor do dashes and underscores. */
  private static int distance(String left, String right) {
    String a = plain(left);
    String b = plain(right);
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[-_]", "");
  }
}
