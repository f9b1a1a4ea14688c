package com.example.orderflow.loadtester.plan;

import com.example.orderflow.loadtester.report.Percentiles;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * How long a pod works on a request.
 *
 * @param quantile seconds at a share between 0 and 1
 */
public record ServiceTimes(DoubleUnaryOperator quantile) {
  private static final double MILLIS = 1_000;

  public static ServiceTimes always(double seconds) {
    return new ServiceTimes(share -> seconds);
  }

  /** As measured at a function alone, while it was not busy. */
  public static ServiceTimes measured(Percentiles answers) {
    List<Percentiles.Point> curve = answers.curve();
    return new ServiceTimes(
        share ->
            curve.stream()
                    .filter(point -> point.percentile() >= 100 * share)
                    .findFirst()
                    .orElse(curve.getLast())
                    .millis()
                / MILLIS);
  }
}
