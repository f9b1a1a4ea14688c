package com.example.orderflow.orchestration.stream;

import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Some entries in a row, serialised once for everybody.
 *
 * <pre>
 *  after            through
 *    │ ┌──┬────┬──┬───┐│     one array of bytes; a client that is in the middle gets the rest of it
 *    └►│  │    │  │   │◄     without a copy
 *      └──┴────┴──┴───┘
 * </pre>
 */
public final class Segment {
  private final long after;
  private final long through;
  private final byte[] bytes;
  private final List<Line> lines;

  /** Where an entry stands. Positions have no gaps within a segment or between two of them. */
  private record Line(String orderId, int start, int end) {}

  /**
   * @param after position before the first entry
   * @param through position up to which a reader has seen all that concerns it
   * @param entries in the order of their positions
   */
  private Segment(long after, long through, byte[] bytes, List<Line> lines) {
    this.after = after;
    this.through = through;
    this.bytes = bytes;
    this.lines = lines;
  }

  /** All entries after a position, without a gap; at least one. */
  static Segment of(List<StreamEntry> entries) {
    return of(entries.getFirst().position() - 1, entries.getLast().position(), entries);
  }

  /** Entries picked from all those between two positions. */
  static Segment of(long after, long through, List<StreamEntry> entries) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    List<Line> lines = new ArrayList<>(entries.size());
    for (StreamEntry entry : entries) {
      int start = bytes.size();
      bytes.writeBytes(entry.serialised());
      lines.add(new Line(entry.orderId(), start, bytes.size()));
    }
    return new Segment(after, through, bytes.toByteArray(), lines);
  }

  long after() {
    return after;
  }

  long through() {
    return through;
  }

  int entries() {
    return lines.size();
  }

  /** Everything in it. */
  Buffer all() {
    return wrapped(0);
  }

  /** What comes after a position in it; only for a segment that has all positions. */
  Buffer allAfter(long position) {
    int seen = (int) (position - after);
    return seen == 0 ? all() : wrapped(lines.get(seen).start());
  }

  /** What comes after a position and concerns one order; empty where nothing does. */
  Buffer ofOrderAfter(String orderId, long position) {
    Buffer found = Buffer.buffer();
    for (Line line : lines.subList((int) (position - after), lines.size())) {
      if (line.orderId().equals(orderId)) {
        found.appendBytes(bytes, line.start(), line.end() - line.start());
      }
    }
    return found;
  }

  @SuppressWarnings("deprecation") // the way without a copy; its successor is not in Vert.x 4
  private Buffer wrapped(int from) {
    return Buffer.buffer(Unpooled.wrappedBuffer(bytes, from, bytes.length - from));
  }
}
