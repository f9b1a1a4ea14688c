package com.example.orderflow.localplatform.eventing;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;

/** Reads a body into memory, but no more of it than an event may have. */
final class BoundedBody {
  private BoundedBody() {}

  /**
   * The body; when it is longer than the limit, its first {@code limit + 1} bytes or more, so that
   * the length tells. What follows is thrown away as it comes.
   */
  static Future<Buffer> read(ReadStream<Buffer> stream, int limit) {
    var complete = Promise.<Buffer>promise();
    var body = Buffer.buffer();
    stream.handler(
        chunk -> {
          if (body.length() <= limit) {
            body.appendBuffer(chunk);
            if (body.length() > limit) {
              complete.tryComplete(body);
            }
          }
        });
    stream.endHandler(end -> complete.tryComplete(body));
    stream.exceptionHandler(complete::tryFail);
    return complete.future();
  }
}
