package com.example.orderflow.localplatform.eventing;

import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.http.HttpServerRequest;
import java.util.concurrent.TimeoutException;

/**
 * Refuses what is no HTTP, or stops in the middle. What could come behind it on the same connection
 * cannot be told from it, so the connection is closed.
 *
 * <pre>
 *   414  the address is too long      408  the body did not come in time
 *   431  the headers are too long     400  everything else
 * </pre>
 */
public final class BrokenRequest {

  private BrokenRequest() {}

  /** A head that cannot be read. */
  public static void refuse(HttpServerRequest request) {
    refuse(request, request.decoderResult().cause());
  }

  /** A request that failed while it was read. */
  public static void refuse(HttpServerRequest request, Throwable failure) {
    if (request.response().closed()) {
      return;
    }
    var answer =
        Problem.of(status(failure), "Broken request", String.valueOf(failure.getMessage()));
    request.response().setStatusCode(answer.status()).putHeader("connection", "close");
    request.response().headers().addAll(answer.headers());
    request.response().end(answer.body()).onComplete(sent -> request.connection().close());
  }

  private static int status(Throwable failure) {
    return switch (failure) {
      case TooLongHttpLineException line -> 414;
      case TooLongHttpHeaderException headers -> 431;
      case TimeoutException slow -> 408;
      default -> 400;
    };
  }
}
