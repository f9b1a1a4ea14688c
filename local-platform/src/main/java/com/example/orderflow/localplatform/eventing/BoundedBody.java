package com.example.orderflow.localplatform.eventing;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Reads a body into memory, but no more of it than an event may have, and not for ever. */
public final class BoundedBody {
  /** A megabyte takes milliseconds here; who stops in the middle must not be waited for. */
  private static final int LONGEST_SECONDS = 10;

  private BoundedBody() {}

  /**
   * The body; when it is longer than the limit, its first {@code limit + 1} bytes or more, so that
   * the length tells. What follows is thrown away as it comes.
   *
   * @return fails with {@link TimeoutException} when the body does not come to its end
   */
  public static Future<Buffer> read(ReadStream<Buffer> stream, int limit) {
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
    return complete
        .future()
        .timeout(LONGEST_SECONDS, TimeUnit.SECONDS)
        .recover(failure -> Future.failedFuture(named(failure)));
  }

  private static Throwable named(Throwable failure) {
    return failure instanceof TimeoutException
        ? new TimeoutException(
            "The body did not come to its end within %d s.".formatted(LONGEST_SECONDS))
        : failure;
  }
}
