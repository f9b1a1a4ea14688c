package com.example.orderflow.localplatform.eventing;

import java.util.TreeSet;

/**
 * Which offset of a partition may be committed while its events finish in any order: the first that
 * is unfinished. So a crash repeats events, and never skips one.
 *
 * <pre>
 *   offset     40   41   42   43   44
 *   done       ✓    ✓         ✓            commit 42
 * </pre>
 */
final class OffsetTracker {
  private final TreeSet<Long> unfinished = new TreeSet<>();
  private long next;

  /**
   * Starts before an offset.
   *
   * @param next the first offset that will be read
   */
  OffsetTracker(long next) {
    this.next = next;
  }

  /** The first offset that was not read. */
  long next() {
    return next;
  }

  /** An event was read; offsets only grow, and may have gaps. */
  void started(long offset) {
    if (offset < next) {
      throw new IllegalArgumentException(
          "Offset %d was read after %d.".formatted(offset, next - 1));
    }
    unfinished.add(offset);
    next = offset + 1;
  }

  void finished(long offset) {
    unfinished.remove(offset);
  }

  /** Everything before this offset is done. */
  long committable() {
    return unfinished.isEmpty() ? next : unfinished.first();
  }
}
