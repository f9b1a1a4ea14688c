package com.example.orderflow.loadtester.firing;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;

/**
 * What is measured while requests fly. All times in microseconds.
 *
 * <pre>
 * due ────► started ────────► answered
 *  └─ lateness ┘                  │
 *  └─ latency ────────────────────┘     so that waiting for the start is not left out
 * </pre>
 */
public final class Meters {
  private static final int DIGITS = 3;
  private static final long NANOS_PER_MICRO = 1_000;

  private final long warmUp;
  private final Histogram latency = new Histogram(DIGITS);
  private final Histogram lateness = new Histogram(DIGITS);
  private final Recorder recent = new Recorder(DIGITS);
  private final AtomicInteger inFlight = new AtomicInteger();
  private final LongAdder started = new LongAdder();
  private final LongAdder answered = new LongAdder();
  private final LongAdder missed = new LongAdder();
  private final LongAdder failed = new LongAdder();
  private final Map<String, LongAdder> errors = new ConcurrentHashMap<>();
  private final Map<String, LongAdder> replies = new ConcurrentHashMap<>();

  /**
   * @param warmUp no latency of what is due before counts, in nanoseconds after the start
   */
  Meters(long warmUp) {
    this.warmUp = warmUp;
  }

  /** Counts from the beginning. */
  public record Counts(long started, long answered, long missed, long failed, int inFlight) {}

  public Counts counts() {
    return new Counts(started.sum(), answered.sum(), missed.sum(), failed.sum(), inFlight.get());
  }

  /** Latencies of the answers since the last call of this method. */
  public Histogram recent() {
    return recent.getIntervalHistogram();
  }

  /** From when a request was due to its answer; to be read when no answer comes any more. */
  public Histogram latency() {
    return latency;
  }

  /** From when a request was due to its start: what the tester itself is late. */
  public Histogram lateness() {
    return lateness;
  }

  /** What went wrong, and how often. */
  public Map<String, Long> errors() {
    return sums(errors);
  }

  /** The types of the events that were answered with, and how often. */
  public Map<String, Long> replies() {
    return sums(replies);
  }

  /** Room for one more, or a start that is missed. */
  boolean mayStart(int mostInFlight) {
    if (inFlight.get() >= mostInFlight) {
      missed.increment();
      return false;
    }
    inFlight.incrementAndGet();
    return true;
  }

  void started(long due, long now) {
    started.increment();
    if (due >= warmUp) {
      lateness.recordValue(Math.max(0, now - due) / NANOS_PER_MICRO);
    }
  }

  void answered(long due, long now) {
    long micros = Math.max(0, now - due) / NANOS_PER_MICRO;
    recent.recordValue(micros);
    if (due >= warmUp) {
      latency.recordValue(micros);
    }
    answered.increment();
    inFlight.decrementAndGet();
  }

  void failed(String reason) {
    failed.increment();
    count(errors, reason);
  }

  void replied(String type) {
    count(replies, type);
  }

  /** However many different texts somebody answers with. */
  private static void count(Map<String, LongAdder> counts, String what) {
    String key = counts.size() < 100 || counts.containsKey(what) ? what : "other";
    counts.computeIfAbsent(key, first -> new LongAdder()).increment();
  }

  private static Map<String, Long> sums(Map<String, LongAdder> counts) {
    Map<String, Long> sums = new TreeMap<>();
    counts.forEach((what, count) -> sums.put(what, count.sum()));
    return sums;
  }
}
