package com.example.orderflow.loadtester.plan;

/**
 * What is set for the autoscaler of a Service. The defaults are those of Knative Serving, in
 * ConfigMap {@code config-autoscaler}; times in seconds.
 *
 * @param target requests that a pod should have in flight, utilisation already taken off
 * @param stableWindow over which the usual mean is taken
 * @param panicWindow over which the mean is taken that notices a rush
 * @param panicThreshold so many times the ready pods are a rush
 * @param maxScaleUpRate the most that one decision may multiply the pods by
 * @param maxScaleDownRate the most that one decision may divide them by
 * @param scaleDownDelay so long fewer pods must be enough before they are taken away
 * @param minScale pods that always run
 * @param maxScale 0 for no limit
 * @param scaleToZeroGrace so long the last pod stays after nobody needs it
 */
public record AutoscalerSettings(
    double target,
    double stableWindow,
    double panicWindow,
    double panicThreshold,
    double maxScaleUpRate,
    double maxScaleDownRate,
    double scaleDownDelay,
    int minScale,
    int maxScale,
    double scaleToZeroGrace) {

  /** Seconds between two decisions. */
  public static final double TICK = 2;

  /** The share of its concurrency that a pod is meant to have in use. */
  private static final double UTILISATION = 0.7;

  /** What is aimed at where {@code containerConcurrency} sets no limit. */
  private static final double TARGET_WITHOUT_LIMIT = 100;

  /**
   * @param containerConcurrency of the Service; 0 for no limit
   */
  public static AutoscalerSettings of(int containerConcurrency) {
    double most = containerConcurrency == 0 ? TARGET_WITHOUT_LIMIT : containerConcurrency;
    return new AutoscalerSettings(most * UTILISATION, 60, 6, 2, 1_000, 2, 0, 0, 0, 30);
  }

  public AutoscalerSettings withScale(int min, int max) {
    return new AutoscalerSettings(
        target,
        stableWindow,
        panicWindow,
        panicThreshold,
        maxScaleUpRate,
        maxScaleDownRate,
        scaleDownDelay,
        min,
        max,
        scaleToZeroGrace);
  }

  public AutoscalerSettings withTarget(double other) {
    return new AutoscalerSettings(
        other,
        stableWindow,
        panicWindow,
        panicThreshold,
        maxScaleUpRate,
        maxScaleDownRate,
        scaleDownDelay,
        minScale,
        maxScale,
        scaleToZeroGrace);
  }

  public AutoscalerSettings withScaleDownDelay(double seconds) {
    return new AutoscalerSettings(
        target,
        stableWindow,
        panicWindow,
        panicThreshold,
        maxScaleUpRate,
        maxScaleDownRate,
        seconds,
        minScale,
        maxScale,
        scaleToZeroGrace);
  }
}
