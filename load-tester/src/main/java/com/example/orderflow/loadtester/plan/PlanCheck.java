package com.example.orderflow.loadtester.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * Where a plan and a real autoscaler differ by more than they may.
 *
 * <pre>
 * pods          ┌──────────────────────┐ most: ± 1
 *               │                      │
 *      1 ┌──────┘ first scale-up: ± 6 s└─────┐ none: 6 s later at most,
 *        │                                   │       6 s and the grace earlier at most
 *      ──┴───────────────────────────────────┴──► seconds since the first request
 *          pods × seconds: ± 30 %
 * </pre>
 *
 * Knative decides every 2 s, on means of what it asked the pods each second, and the moments of
 * both are no one's choice: three of its steps. The grace is an upper bound of what it waits: when
 * the activator is in the path already, the last pod goes sooner. A plan waits all of it.
 *
 * @param lastRequest in seconds since the first
 * @param grace {@code scale-to-zero-grace-period}, in seconds
 */
public record PlanCheck(PodSeries planned, PodSeries seen, double lastRequest, double grace) {
  static final int PODS = 1;
  static final double SECONDS = 3 * AutoscalerSettings.TICK;
  static final double SHARE = 0.3;

  /** In words; none when they agree. */
  public List<String> differences() {
    List<String> differences = new ArrayList<>();
    if (Math.abs(planned.most() - seen.most()) > PODS) {
      differences.add(
          "pods at most: planned %d, seen %d, which may differ by %d"
              .formatted(planned.most(), seen.most(), PODS));
    }
    compare("the second pod", planned.reached(2), seen.reached(2), SECONDS, differences);
    compare(
        "no pod any more",
        planned.emptyAfter(lastRequest),
        seen.emptyAfter(lastRequest),
        SECONDS + grace,
        differences);
    double share = seen.podSeconds() / planned.podSeconds();
    if (share < 1 - SHARE || share > 1 + SHARE) {
      differences.add(
          String.format(
              Locale.ROOT,
              "pods × seconds: planned %.0f, seen %.0f, which may differ by %.0f %%",
              planned.podSeconds(),
              seen.podSeconds(),
              100 * SHARE));
    }
    return differences;
  }

  private static void compare(
      String what,
      OptionalDouble planned,
      OptionalDouble seen,
      double earlier,
      List<String> differences) {
    if (planned.isEmpty() && seen.isEmpty()) {
      return;
    }
    double late = seen.orElse(Double.NaN) - planned.orElse(Double.NaN);
    if (!(late >= -earlier && late <= SECONDS)) {
      differences.add(
          String.format(
              Locale.ROOT,
              "%s: planned %s, seen %s, which may be %.0f s earlier and %.0f s later",
              what,
              second(planned),
              second(seen),
              earlier,
              SECONDS));
    }
  }

  private static String second(OptionalDouble second) {
    return second.isPresent()
        ? String.format(Locale.ROOT, "in second %.1f", second.getAsDouble())
        : "never";
  }
}
