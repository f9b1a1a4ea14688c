package com.example.orderflow.localplatform.eventing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class OffsetTrackerTest {

  @Test
  void nothingReadCommitsWhereItBegan() {
    assertThat(new OffsetTracker(40).committable()).isEqualTo(40);
  }

  @Test
  void anUnfinishedEventHoldsTheCommitBeforeIt() {
    var tracker = new OffsetTracker(40);
    for (long offset = 40; offset < 45; offset++) {
      tracker.started(offset);
    }

    List.of(40L, 41L, 43L, 44L).forEach(tracker::finished);

    assertThat(tracker.committable()).isEqualTo(42);
    tracker.finished(42);
    assertThat(tracker.committable()).isEqualTo(45);
  }

  @Test
  void anOffsetThatWasReadIsNotReadAgain() {
    var tracker = new OffsetTracker(40);
    tracker.started(41);

    assertThatThrownBy(() -> tracker.started(41)).hasMessageContaining("41");
  }

  /** Whatever the order of starts and ends: nothing unfinished is ever before the commit. */
  @Property
  void neverCommitsPastAnUnfinishedEventAndNeverGoesBack(@ForAll("steps") List<Integer> steps) {
    var tracker = new OffsetTracker(0);
    var running = new TreeSet<Long>();
    long next = 0;
    long before = 0;
    for (int step : steps) {
      if (step < 0) {
        next += -step;
        tracker.started(next);
        running.add(next++);
      } else if (!running.isEmpty()) {
        var end = running.stream().skip(step % running.size()).findFirst().orElseThrow();
        running.remove(end);
        tracker.finished(end);
      }
      assertThat(running.headSet(tracker.committable())).isEmpty();
      assertThat(tracker.committable()).isBetween(before, next);
      before = tracker.committable();
    }
    running.forEach(tracker::finished);
    assertThat(tracker.committable()).isEqualTo(next);
  }

  /**
   * Negative: an event starts, after a gap of so many offsets less one. Else: the nth running ends.
   */
  @Provide
  Arbitrary<List<Integer>> steps() {
    return Arbitraries.integers().between(-3, 20).list().ofMaxSize(300);
  }
}
