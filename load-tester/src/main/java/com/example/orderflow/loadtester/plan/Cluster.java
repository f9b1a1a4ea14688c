package com.example.orderflow.loadtester.plan;

import com.example.orderflow.loadtester.schedule.Schedule;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.PrimitiveIterator;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import org.HdrHistogram.Histogram;

/**
 * A Service under load, event by event: arrivals, ends of work, pods that become ready, seconds.
 *
 * <p>A request goes to the pod with the least to do that has room, or waits for one. The first one
 * after a pause starts a pod at once, as the activator does it; all else waits for the autoscaler.
 */
public final class Cluster {
  private static final double NANOS = 1e9;
  private static final double MICROS = 1e6;

  private final Workload workload;
  private final AutoscalerSettings settings;
  private final Autoscaler autoscaler;
  private final Window stable;
  private final Window panic;
  private final SplittableRandom random;
  private final PriorityQueue<Happening> future = new PriorityQueue<>();
  private final Deque<Double> waiting = new ArrayDeque<>();
  private final List<Pod> pods = new ArrayList<>();
  private final Histogram latency = new Histogram(3);
  private final List<Plan.Moment> moments = new ArrayList<>();
  private double now;
  private double podSeconds;
  private double inFlightSeconds;
  private double zeroWantedSince = -1;
  private int inFlight;
  private int starts;
  private long requests;
  private long number;

  /**
   * What is to be served, and by what.
   *
   * @param coldStart seconds from the decision to start a pod until it takes requests
   * @param containerConcurrency requests that a pod works on at once; 0 for no limit
   */
  public record Workload(
      Schedule arrivals, ServiceTimes times, double coldStart, int containerConcurrency) {}

  private static final class Pod {
    private final double readyAt;
    private int working;
    private boolean stopping;

    Pod(double readyAt) {
      this.readyAt = readyAt;
    }
  }

  private record Happening(double time, long order, Runnable what)
      implements Comparable<Happening> {
    @Override
    public int compareTo(Happening other) {
      int byTime = Double.compare(time, other.time);
      return byTime != 0 ? byTime : Long.compare(order, other.order);
    }
  }

  private Cluster(Workload workload, AutoscalerSettings settings, long seed) {
    this.workload = workload;
    this.settings = settings;
    this.autoscaler = new Autoscaler(settings);
    this.stable = new Window(settings.stableWindow());
    this.panic = new Window(settings.panicWindow());
    this.random = new SplittableRandom(seed);
  }

  /** Runs the load through; the same seed gives the same plan. */
  public static Plan simulate(Workload workload, AutoscalerSettings settings, long seed) {
    return new Cluster(workload, settings, seed).run();
  }

  private Plan run() {
    for (int pod = 0; pod < settings.minScale(); pod++) {
      pods.add(new Pod(0));
    }
    double end = workload.arrivals().duration().toNanos() / NANOS;
    PrimitiveIterator.OfLong arrivals = workload.arrivals().times();
    scheduleArrival(arrivals);
    at(1, () -> second(1, end));
    while (!future.isEmpty()) {
      Happening next = future.poll();
      pass(next.time());
      next.what().run();
    }
    return new Plan(settings, requests, starts, podSeconds, now, latency, moments);
  }

  private void scheduleArrival(PrimitiveIterator.OfLong arrivals) {
    if (arrivals.hasNext()) {
      at(
          arrivals.nextLong() / NANOS,
          () -> {
            arrive();
            scheduleArrival(arrivals);
          });
    }
  }

  private void arrive() {
    requests++;
    inFlight++;
    zeroWantedSince = -1;
    waiting.add(now);
    if (pods.stream().allMatch(pod -> pod.stopping)) {
      start();
    }
    hand();
  }

  private void hand() {
    while (!waiting.isEmpty()) {
      Pod free = free();
      if (free == null) {
        return;
      }
      double arrived = waiting.remove();
      free.working++;
      at(
          now + workload.times().quantile().applyAsDouble(random.nextDouble()),
          () -> {
            latency.recordValue(Math.round((now - arrived) * MICROS));
            inFlight--;
            free.working--;
            if (free.stopping && free.working == 0) {
              pods.remove(free);
            }
            hand();
          });
    }
  }

  private Pod free() {
    Pod best = null;
    for (Pod pod : pods) {
      boolean room =
          workload.containerConcurrency() == 0 || pod.working < workload.containerConcurrency();
      if (pod.readyAt <= now
          && !pod.stopping
          && room
          && (best == null || pod.working < best.working)) {
        best = pod;
      }
    }
    return best;
  }

  private void second(int second, double end) {
    stable.add(inFlightSeconds);
    panic.add(inFlightSeconds);
    inFlightSeconds = 0;
    if (second % (int) AutoscalerSettings.TICK == 0) {
      scale();
    }
    moments.add(new Plan.Moment(second, pods.size(), inFlight, waiting.size()));
    if (second < end || inFlight > 0) {
      at(second + 1, () -> second(second + 1, end));
    }
  }

  private void scale() {
    int ready = (int) pods.stream().filter(pod -> pod.readyAt <= now && !pod.stopping).count();
    int desired = autoscaler.decide(now, ready, stable.mean(), panic.mean());
    int running = (int) pods.stream().filter(pod -> !pod.stopping).count();
    if (desired == 0 && running > 0 && !mayGoToZero()) {
      desired = 1;
    }
    for (; running < desired; running++) {
      start();
    }
    for (; running > desired; running--) {
      stop();
    }
  }

  private boolean mayGoToZero() {
    if (inFlight > 0) {
      return false;
    }
    zeroWantedSince = zeroWantedSince < 0 ? now : zeroWantedSince;
    return now - zeroWantedSince >= settings.scaleToZeroGrace();
  }

  private void start() {
    starts++;
    pods.add(new Pod(now + workload.coldStart()));
    at(now + workload.coldStart(), this::hand);
  }

  /** The youngest first; it finishes what it works on. */
  private void stop() {
    for (int at = pods.size() - 1; at >= 0; at--) {
      Pod pod = pods.get(at);
      if (!pod.stopping) {
        pod.stopping = true;
        if (pod.working == 0) {
          pods.remove(pod);
        }
        return;
      }
    }
  }

  private void at(double time, Runnable what) {
    future.add(new Happening(time, number++, what));
  }

  private void pass(double time) {
    podSeconds += pods.size() * (time - now);
    inFlightSeconds += inFlight * (time - now);
    now = time;
  }
}
