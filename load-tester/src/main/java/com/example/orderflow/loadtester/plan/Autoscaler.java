package com.example.orderflow.loadtester.plan;

/**
 * Decides how many pods there should be, as Knative's autoscaler does.
 *
 * <pre>
 * wanted = mean in flight / target, within [ready / max down, ready × max up]
 *
 *          wanted over 6 s ≥ 2 × ready
 * STABLE ───────────────────────────────► PANIC     the larger of both means; never fewer pods
 *    ▲                                      │
 *    └── not so for the stable window ──────┘
 * </pre>
 *
 * <p>After {@code pkg/autoscaler/scaling/autoscaler.go} of Knative Serving 1.15. Times in seconds.
 */
public final class Autoscaler {
  private static final double NEVER = Double.NEGATIVE_INFINITY;

  private final AutoscalerSettings settings;
  private final MostLately delayed;
  private double panicSince = NEVER;
  private int mostInPanic;

  public Autoscaler(AutoscalerSettings settings) {
    this.settings = settings;
    this.delayed = new MostLately(settings.scaleDownDelay());
  }

  /**
   * Decides.
   *
   * @param ready pods that take requests
   * @param stable mean number of requests in flight over the stable window
   * @param panic the same over the panic window
   */
  public int decide(double now, int ready, double stable, double panic) {
    double pods = Math.max(1, ready);
    double byPanic = Math.ceil(panic / settings.target());
    int desired = bounded(Math.ceil(stable / settings.target()), pods);
    boolean rush = byPanic / pods >= settings.panicThreshold();
    if (rush) {
      panicSince = now;
    } else if (isPanicking() && panicSince + settings.stableWindow() < now) {
      panicSince = NEVER;
      mostInPanic = 0;
    }
    if (isPanicking()) {
      mostInPanic = Math.max(mostInPanic, Math.max(desired, bounded(byPanic, pods)));
      desired = mostInPanic;
    }
    return withinScale(delayed.add(now, desired));
  }

  boolean isPanicking() {
    return panicSince != NEVER;
  }

  private int bounded(double wanted, double pods) {
    double most = Math.ceil(settings.maxScaleUpRate() * pods);
    double least = Math.floor(pods / settings.maxScaleDownRate());
    return (int) Math.min(Math.max(wanted, least), most);
  }

  private int withinScale(int pods) {
    int most = settings.maxScale() == 0 ? Integer.MAX_VALUE : settings.maxScale();
    return Math.clamp(pods, settings.minScale(), most);
  }
}
