package com.example.orderflow.localplatform.serving;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How many instances a Service should have, after Knative's KPA.
 *
 * <pre>
 *   wanted = ⌈ concurrency / target ⌉        as the KPA
 *
 *   at first             initial-scale, and that for a window at least
 *   wanted > instances   none yet: one, at once
 *                        else one more, when a request has waited longer than patience
 *   wanted < instances   the most that was wanted within the window, which is none, and so
 *                        min-scale, when nobody asked for that long
 * </pre>
 *
 * The KPA goes straight to what is wanted. In a cluster that is the next node's work; on one
 * machine ten JVMs that start for a burst of short requests take the processor from the one that
 * would have been done with them. Another instance helps only a request that would wait longer than
 * the start takes, and only while a processor is idle: waiting on a busy machine counts as none.
 */
final class Autoscaler {
  /** An instance on a JVM starts within 1 to 2 s on two cores. */
  static final Duration PATIENCE = Duration.ofSeconds(2);

  private final double target;
  private final Scaling scaling;
  private final Duration patience;

  /** Falling in value from first to last: the first is the most within the window. */
  private final Deque<Sample> samples = new ArrayDeque<>();

  private record Sample(Instant at, int wanted) {}

  Autoscaler(ServiceSpec service, Duration patience) {
    this.target = service.targetConcurrency();
    this.scaling = service.scaling();
    this.patience = patience;
  }

  /** What the Service starts with. */
  int initial(Instant now) {
    return withinBounds(mostWithinWindow(now, scaling.initialScale()));
  }

  int desired(Instant now, Load load, int instances) {
    int wanted = (int) Math.ceil(load.concurrency() / target);
    int most = mostWithinWindow(now, wanted);
    if (wanted > instances) {
      boolean more = instances == 0 || load.longestWait().compareTo(patience) >= 0;
      return withinBounds(more ? instances + 1 : instances);
    }
    return withinBounds(Math.min(instances, most));
  }

  private int mostWithinWindow(Instant now, int wanted) {
    while (!samples.isEmpty() && samples.peekLast().wanted() <= wanted) {
      samples.removeLast();
    }
    samples.addLast(new Sample(now, wanted));
    Instant begin = now.minus(scaling.window());
    while (samples.peekFirst().at().isBefore(begin)) {
      samples.removeFirst();
    }
    return samples.peekFirst().wanted();
  }

  private int withinBounds(int instances) {
    int most = scaling.maxScale() == 0 ? Integer.MAX_VALUE : scaling.maxScale();
    return Math.clamp(instances, scaling.minScale(), most);
  }
}
