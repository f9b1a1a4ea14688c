package com.example.orderflow.orchestration.stream;

import java.util.Map;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * The latest segments, bounded. One writer, any number of readers; nobody waits.
 *
 * <pre>
 *  older ◄── forgotten ──┤ segment │ segment │ segment ├── to come
 *            (database)                                 (wait)
 * </pre>
 */
final class Ring {
  private final ConcurrentNavigableMap<Long, Segment> segments = new ConcurrentSkipListMap<>();
  private final int mostEntries;
  private int entries;
  private volatile long last = Long.MIN_VALUE;

  Ring(int mostEntries) {
    this.mostEntries = mostEntries;
  }

  /** What there is after a position. */
  sealed interface Answer {
    /** A segment with that position's successor. */
    record Found(Segment segment) implements Answer {}

    /** Nothing yet. */
    record ToCome() implements Answer {}

    /** Something, but it is no longer here. */
    record Forgotten() implements Answer {}
  }

  /** Forgets everything, and goes on after this position. */
  void restartAfter(long position) {
    segments.clear();
    entries = 0;
    last = position;
  }

  /** Adds the segment that follows the last one. */
  void append(Segment segment) {
    segments.put(segment.after(), segment);
    entries += segment.entries();
    last = segment.through();
    while (entries > mostEntries && segments.size() > 1) {
      entries -= segments.pollFirstEntry().getValue().entries();
    }
  }

  long last() {
    return last;
  }

  /** A position may be one that this ring has not come to. */
  Answer after(long position) {
    if (position >= last) {
      return new Answer.ToCome();
    }
    Map.Entry<Long, Segment> found = segments.floorEntry(position);
    return found == null || found.getValue().through() <= position
        ? new Answer.Forgotten()
        : new Answer.Found(found.getValue());
  }
}
