package com.example.orderflow.loadtester.plan;

import java.time.Duration;
import java.util.Map;

/**
 * What a cluster sets for the autoscaler of a Service.
 *
 * <pre>
 *   annotation autoscaling.knative.dev/NAME ─► else ConfigMap config-autoscaler ─► else the default
 * </pre>
 *
 * @param config data of the ConfigMap
 * @param annotations of the Service's template
 * @param containerConcurrency of the Service; 0 for no limit
 */
public record KnativeSettings(
    Map<String, String> config, Map<String, String> annotations, int containerConcurrency) {
  private static final String PREFIX = "autoscaling.knative.dev/";
  private static final double PERCENT = 100;
  private static final double MILLIS = 1_000;

  public AutoscalerSettings read() {
    double window = seconds("window", "stable-window", "60s");
    return new AutoscalerSettings(
        target(),
        window,
        // In whole seconds, as the autoscaler keeps its means.
        Math.max(1, Math.rint(window * percent("panic-window-percentage", "10") / PERCENT)),
        percent("panic-threshold-percentage", "200") / PERCENT,
        number("max-scale-up-rate", "max-scale-up-rate", "1000"),
        number("max-scale-down-rate", "max-scale-down-rate", "2"),
        seconds("scale-down-delay", "scale-down-delay", "0s"),
        (int) number("min-scale", "min-scale", "0"),
        (int) number("max-scale", "max-scale", "0"),
        seconds("", "scale-to-zero-grace-period", "30s"));
  }

  private double target() {
    double whole = number("target", "container-concurrency-target-default", "100");
    boolean asMuchAsPossible =
        containerConcurrency > 0 && !annotations.containsKey(PREFIX + "target");
    double most = containerConcurrency == 0 ? whole : containerConcurrency;
    double share =
        number("target-utilization-percentage", "container-concurrency-target-percentage", "70");
    // The ConfigMap may say 0.7 as well as 70.
    return (asMuchAsPossible ? most : Math.min(whole, most))
        * (share > 1 ? share / PERCENT : share);
  }

  private double percent(String name, String usual) {
    return number(name, name, usual);
  }

  private double number(String annotation, String key, String usual) {
    return Double.parseDouble(text(annotation, key, usual));
  }

  /** In Go's notation, of which hours, minutes and seconds are those of ISO 8601. */
  private double seconds(String annotation, String key, String usual) {
    return Duration.parse("PT" + text(annotation, key, usual)).toMillis() / MILLIS;
  }

  private String text(String annotation, String key, String usual) {
    return annotations.getOrDefault(PREFIX + annotation, config.getOrDefault(key, usual));
  }
}
