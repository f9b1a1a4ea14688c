package com.example.orderflow.orchestration.stream;

import io.vertx.core.buffer.Buffer;
import java.sql.SQLException;
import java.util.List;

/** What a stream is about. */
public sealed interface Scope {

  /** What there is in a segment of the ring for a cursor that stands in it; may be empty. */
  Buffer pick(Segment segment, long cursor);

  /** The same for a cursor that stands before the ring. */
  Segment read(StreamTable table, long cursor) throws SQLException;

  /** Every order. */
  record AllOrders() implements Scope {
    @Override
    public Buffer pick(Segment segment, long cursor) {
      return segment.allAfter(cursor);
    }

    @Override
    public Segment read(StreamTable table, long cursor) throws SQLException {
      List<StreamEntry> entries = table.after(cursor);
      return entries.isEmpty() ? Segment.of(cursor, cursor, entries) : Segment.of(entries);
    }
  }

  /** One order. */
  record OneOrder(String orderId) implements Scope {
    @Override
    public Buffer pick(Segment segment, long cursor) {
      return segment.ofOrderAfter(orderId, cursor);
    }

    @Override
    public Segment read(StreamTable table, long cursor) throws SQLException {
      return table.ofOrder(orderId, cursor);
    }
  }
}
