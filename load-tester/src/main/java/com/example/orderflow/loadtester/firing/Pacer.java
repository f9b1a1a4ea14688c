package com.example.orderflow.loadtester.firing;

import java.util.Arrays;
import java.util.PrimitiveIterator;
import java.util.concurrent.locks.LockSupport;

/**
 * Waits for the times of a schedule, and hands over those that have come.
 *
 * <pre>
 * schedule   | |  |||   |     |
 * hand-overs  [2]   [3]  [1]   [1]      all that are due, never one before its time
 * </pre>
 *
 * <p>It looks at nothing but the clock: an answer that does not come holds nothing back. It sleeps
 * at least {@value #SHORTEST_SLEEP} ns, so that a high rate costs some thousand wake-ups a second
 * and not one for each request; how late that makes a request is measured.
 */
final class Pacer implements Runnable {
  private static final long SHORTEST_SLEEP = 200_000;

  /** Ctrl-C is noticed within this time. */
  private static final long LONGEST_SLEEP = 50_000_000;

  private final PrimitiveIterator.OfLong times;
  private final Volley volley;
  private final long start;
  private long[] due = new long[64];
  private int count;
  private volatile boolean stopped;

  /** Takes times that have come; called from the pacer's thread. */
  interface Volley {
    /**
     * @param times nanoseconds after the start
     */
    void due(long[] times);
  }

  /**
   * @param start what {@link System#nanoTime} says, or will say, at time 0
   */
  Pacer(PrimitiveIterator.OfLong times, long start, Volley volley) {
    this.times = times;
    this.start = start;
    this.volley = volley;
  }

  @Override
  public void run() {
    long next = times.hasNext() ? times.nextLong() : -1;
    while (next >= 0 && !stopped) {
      long now = System.nanoTime() - start;
      if (next > now) {
        LockSupport.parkNanos(Math.clamp(next - now, SHORTEST_SLEEP, LONGEST_SLEEP));
        continue;
      }
      while (next >= 0 && next <= now) {
        add(next);
        next = times.hasNext() ? times.nextLong() : -1;
      }
      volley.due(Arrays.copyOf(due, count));
      count = 0;
    }
  }

  /** Nothing is handed over any more; may be called from any thread. */
  void stop() {
    stopped = true;
  }

  private void add(long time) {
    if (count == due.length) {
      due = Arrays.copyOf(due, 2 * count);
    }
    due[count++] = time;
  }
}
