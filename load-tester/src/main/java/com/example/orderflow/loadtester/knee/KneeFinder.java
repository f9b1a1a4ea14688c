package com.example.orderflow.loadtester.knee;

import com.example.orderflow.loadtester.knee.Knee.Attempt;
import com.example.orderflow.loadtester.scenario.Scenario.KneeSearch;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;

/**
 * Looks for the knee.
 *
 * <pre>
 * rate
 *   │            ✗
 *   │                   ✗
 *   │                      ✗
 *   │                         ✓  ✓ ✓ ✓   repeat what held; one that breaks means a step down
 *   │        ✓      ✓  ✓
 *   │    ✓          bisect until the two around the knee are close
 *   │ ✓  double until one breaks
 *   └──────────────────────────────────► attempts
 * </pre>
 */
public final class KneeFinder {
  /** Further down it is no longer the same knee. */
  private static final int MOST_STEPS_DOWN = 20;

  private final KneeSearch search;
  private final Trial trial;
  private final List<Attempt> attempts = new ArrayList<>();

  /** Tries a rate. */
  public interface Trial {
    Attempt at(double rate) throws InterruptedException, TimeoutException;
  }

  public KneeFinder(KneeSearch search, Trial trial) {
    this.search = search;
    this.trial = trial;
  }

  public Knee find() throws InterruptedException, TimeoutException {
    double good = 0;
    double bad = search.to();
    double next = search.from();
    boolean broke = false;
    while (!broke && good < search.to()) {
      if (holds(next)) {
        good = next;
        next = Math.min(2 * next, search.to());
      } else {
        bad = next;
        broke = true;
      }
    }
    while (broke && good > 0 && bad - good > search.precision() * good) {
      double middle = (good + bad) / 2;
      if (holds(middle)) {
        good = middle;
      } else {
        bad = middle;
      }
    }
    return good == 0 ? knee(0, 0) : confirmed(good);
  }

  private Knee confirmed(double found) throws InterruptedException, TimeoutException {
    double rate = found;
    for (int step = 0; step <= MOST_STEPS_DOWN; step++) {
      int held = 0;
      while (held < search.repeats() && holds(rate)) {
        held++;
      }
      if (held == search.repeats()) {
        return knee(rate, held);
      }
      rate *= 1 - search.precision();
    }
    return knee(0, 0);
  }

  private boolean holds(double rate) throws InterruptedException, TimeoutException {
    Attempt attempt = trial.at(rate);
    attempts.add(attempt);
    return attempt.holds();
  }

  private Knee knee(double rate, int repeats) {
    Double breaksAt =
        attempts.stream()
            .filter(attempt -> !attempt.holds())
            .map(Attempt::rate)
            .min(Double::compare)
            .orElse(null);
    return new Knee(rate, breaksAt, repeats, Knee.confidence(repeats), attempts);
  }
}
