package com.example.orderflow.loadtester.schedule;

import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PrimitiveIterator;

/** Phases one after the other: when every request of a run is due. */
public record Schedule(List<Phase> phases) {

  public Schedule {
    phases = List.copyOf(phases);
  }

  /** Nanoseconds after the start, never falling; every call gives the same ones. */
  public PrimitiveIterator.OfLong times() {
    return new Joined();
  }

  public Duration duration() {
    return phases.stream().map(Phase::duration).reduce(Duration.ZERO, Duration::plus);
  }

  /** How many requests: exact, or the expected number where chance decides. */
  public double requests() {
    return phases.stream().mapToDouble(Phase::requests).sum();
  }

  /** The most requests that are due within any second, by plan. */
  public double highestRate() {
    return phases.stream().mapToDouble(Phase::highestRate).max().orElse(0);
  }

  /** Each phase begins where the one before it ends, whether or not anything was due there. */
  private final class Joined implements PrimitiveIterator.OfLong {
    private int phase = -1;
    private long begin;
    private PrimitiveIterator.OfLong current;

    @Override
    public boolean hasNext() {
      while (current == null || !current.hasNext()) {
        if (phase + 1 == phases.size()) {
          return false;
        }
        begin += phase < 0 ? 0 : phases.get(phase).duration().toNanos();
        current = phases.get(++phase).times();
      }
      return true;
    }

    @Override
    public long nextLong() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return begin + current.nextLong();
    }
  }
}
