package com.example.orderflow.orchestration.intake;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.ToIntFunction;

/**
 * A queue with room for so many bytes, which leaves in groups: whoever waits when a taker comes.
 *
 * @param <T> what waits
 */
final class WaitingLine<T> {

  private final int roomBytes;
  private final ToIntFunction<T> size;
  private final Queue<T> line = new ArrayDeque<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private long bytes;
  private boolean closed;

  /**
   * @param size what one takes of the room, in bytes
   */
  WaitingLine(int roomBytes, ToIntFunction<T> size) {
    this.roomBytes = roomBytes;
    this.size = size;
  }

  /** False when there is no room, or nobody will come any more. */
  boolean offer(T next) {
    lock.lock();
    try {
      int more = size.applyAsInt(next);
      if (closed || bytes + more > roomBytes) {
        return false;
      }
      bytes += more;
      line.add(next);
      changed.signal();
      return true;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits for the first, and takes along who waits behind it.
   *
   * @return empty only when the line is closed and all have left
   */
  List<T> takeGroup(int most, int mostBytes) throws InterruptedException {
    lock.lock();
    try {
      while (line.isEmpty() && !closed) {
        changed.await();
      }
      List<T> group = new ArrayList<>(Math.min(most, line.size()));
      long taken = 0;
      while (!line.isEmpty() && group.size() < most) {
        int more = size.applyAsInt(line.peek());
        if (!group.isEmpty() && taken + more > mostBytes) {
          break;
        }
        taken += more;
        group.add(line.remove());
      }
      bytes -= taken;
      return group;
    } finally {
      lock.unlock();
    }
  }

  /** Who waits is still served. */
  void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  long bytes() {
    lock.lock();
    try {
      return bytes;
    } finally {
      lock.unlock();
    }
  }
}
