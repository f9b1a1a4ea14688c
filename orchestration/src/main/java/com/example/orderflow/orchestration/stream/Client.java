package com.example.orderflow.orchestration.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;

/**
 * One connection: a cursor, and at most one write under way.
 *
 * <pre>
 *                    ┌────────── written ───────────┐
 *                    ▼                              │
 * wake-up ─► after the cursor? ─ in the ring ─────► write, cursor moves on
 *                    │      └─── forgotten ─► database ─┘
 *                    └─ nothing: rest until the next wake-up
 * </pre>
 *
 * <p>A slow client makes its cursor fall behind and nothing else: what it has not taken waits in
 * the database. Everything here runs on the one thread of its context.
 */
final class Client {
  private static final String PREAMBLE = "retry: 1000\nid: %d\n\n";
  private static final String COMMENT = ":\n\n";
  private static final long AGAIN_MILLIS = 1_000;

  private final Scope scope;
  private final HttpServerResponse response;
  private final Context context;
  private final Ring ring;
  private final StreamTable table;
  private final WorkerExecutor readers;

  private long cursor;
  private boolean busy;
  private boolean rested;
  private long writingSince;

  Client(
      EventStream stream,
      HttpServerResponse response,
      Context context,
      Ring ring,
      StreamTable table,
      WorkerExecutor readers) {
    this.scope = stream.scope();
    this.cursor = stream.cursor();
    this.response = response;
    this.context = context;
    this.ring = ring;
    this.table = table;
    this.readers = readers;
  }

  /** Tells the cursor first: a client that loses us before its first event resumes there too. */
  void start() {
    context.runOnContext(started -> write(Buffer.buffer(PREAMBLE.formatted(cursor), UTF_8.name())));
  }

  /** There may be something new. */
  void wake() {
    context.runOnContext(woken -> advance());
  }

  /**
   * Writes a comment when nothing was written since the last beat; gives up a client that hangs.
   */
  void beat(Duration patience) {
    context.runOnContext(
        beat -> {
          if (writingSince != 0 && System.nanoTime() - writingSince > patience.toNanos()) {
            response.reset();
          } else if (!busy && rested) {
            write(Buffer.buffer(COMMENT));
          }
          rested = true;
        });
  }

  void end() {
    context.runOnContext(
        end -> {
          busy = true;
          if (!response.ended()) {
            response.end();
          }
        });
  }

  private void advance() {
    while (!busy) {
      switch (ring.after(cursor)) {
        case Ring.Answer.ToCome() -> {
          return;
        }
        case Ring.Answer.Forgotten() -> read();
        case Ring.Answer.Found(Segment segment) -> {
          Buffer picked = scope.pick(segment, cursor);
          cursor = segment.through();
          if (picked.length() > 0) {
            write(picked);
          }
        }
      }
    }
  }

  private void read() {
    busy = true;
    readers
        .executeBlocking(() -> scope.read(table, cursor), false)
        .onComplete(read -> context.runOnContext(then -> taken(read)));
  }

  private void taken(AsyncResult<Segment> read) {
    if (read.failed()) {
      context.owner().setTimer(AGAIN_MILLIS, again -> context.runOnContext(v -> resume()));
      return;
    }
    busy = false;
    cursor = read.result().through();
    Buffer all = read.result().all();
    if (all.length() > 0) {
      write(all);
    } else {
      advance();
    }
  }

  private void resume() {
    busy = false;
    advance();
  }

  private void write(Buffer buffer) {
    busy = true;
    if (response.ended()) {
      return;
    }
    rested = false;
    writingSince = System.nanoTime();
    Future<Void> written = response.write(buffer);
    // By way of the context, so that a client that has much to get does not pile up calls.
    written.onSuccess(
        done ->
            context.runOnContext(
                then -> {
                  writingSince = 0;
                  resume();
                }));
    // One that failed was closed, which the one who keeps the clients hears.
  }
}
