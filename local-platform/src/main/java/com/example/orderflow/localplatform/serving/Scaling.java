package com.example.orderflow.localplatform.serving;

import java.time.Duration;

/**
 * The annotations {@code autoscaling.knative.dev/…} of a Service.
 *
 * @param initialScale {@code initial-scale}: instances that start with the Service, before anybody
 *     asks
 * @param minScale instances that stay when nobody asks
 * @param maxScale instances at most; 0 means without limit
 * @param target {@code target}: requests at once that one instance should have
 * @param targetUtilization {@code target-utilization-percentage} as a fraction: the share of the
 *     target at which the next instance is started
 * @param window how long no request must come before the last instance stops
 */
public record Scaling(
    int initialScale,
    int minScale,
    int maxScale,
    double target,
    double targetUtilization,
    Duration window) {

  /** Knative's defaults: one at first, to zero after a minute, 100 requests at once, 70 % of it. */
  public static final Scaling DEFAULT = new Scaling(1, 0, 0, 100, 0.7, Duration.ofSeconds(60));

  public Scaling {
    Require.that(initialScale >= 0, "initial-scale", initialScale, "0 or more");
    Require.that(minScale >= 0, "min-scale", minScale, "0 or more");
    Require.that(
        maxScale == 0 || maxScale >= Math.max(1, minScale),
        "max-scale",
        maxScale,
        "0 (without limit), or at least min-scale " + minScale);
    Require.that(target >= 0.01, "target", target, "0.01 or more");
    Require.that(
        targetUtilization >= 0.01 && targetUtilization <= 1,
        "target-utilization-percentage",
        targetUtilization,
        "1 % to 100 %");
    Require.that(window.isPositive(), "window", window, "more than zero");
  }

  public Scaling withInitialScale(int initialScale) {
    return new Scaling(initialScale, minScale, maxScale, target, targetUtilization, window);
  }

  public Scaling withMinScale(int minScale) {
    return new Scaling(initialScale, minScale, maxScale, target, targetUtilization, window);
  }

  public Scaling withMaxScale(int maxScale) {
    return new Scaling(initialScale, minScale, maxScale, target, targetUtilization, window);
  }

  public Scaling withTarget(double target) {
    return new Scaling(initialScale, minScale, maxScale, target, targetUtilization, window);
  }

  public Scaling withTargetUtilization(double targetUtilization) {
    return new Scaling(initialScale, minScale, maxScale, target, targetUtilization, window);
  }

  public Scaling withWindow(Duration window) {
    return new Scaling(initialScale, minScale, maxScale, target, targetUtilization, window);
  }
}
