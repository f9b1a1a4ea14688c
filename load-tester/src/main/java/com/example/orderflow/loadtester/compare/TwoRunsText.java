package com.example.orderflow.loadtester.compare;

import com.example.orderflow.loadtester.compare.TwoRuns.Change;
import com.example.orderflow.loadtester.report.RunResult;
import java.util.List;
import java.util.Locale;

/** What changed from one run to another, for a terminal. */
public final class TwoRunsText {
  private TwoRunsText() {}

  public static String of(RunResult before, RunResult after, List<Change> changes) {
    StringBuilder text = new StringBuilder();
    if (!before.load().scenario().equals(after.load().scenario())) {
      text.append(
          "! two scenarios: %s and %s\n"
              .formatted(before.load().scenario(), after.load().scenario()));
    }
    if (!before.load().machine().system().equals(after.load().machine().system())
        || before.load().machine().processors() != after.load().machine().processors()) {
      text.append("! two machines: what differs may be theirs\n");
    }
    text.append("%-34s%12s%12s%9s\n".formatted("", "before", "after", "ratio"));
    for (Change change : changes) {
      text.append(
          String.format(
              Locale.ROOT,
              "%-34s%,12.1f%,12.1f%9.2f  %s%n",
              change.name(),
              change.before(),
              change.after(),
              change.ratio(),
              words(change)));
    }
    return text.toString();
  }

  private static String words(Change change) {
    String verdict =
        switch (change.verdict()) {
          case CHANGED -> "CHANGED";
          case WITHIN_NOISE -> "within noise";
          case UNKNOWN -> "one value each: noise unknown";
        };
    return change.unit().isEmpty() ? verdict : verdict + ", " + change.unit();
  }
}
