package com.example.orderflow.localplatform.eventing;

import com.example.orderflow.events.Channels;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Takes events for Brokers at {@code /namespace/broker}, in binary and structured mode. The
 * statuses are the real broker's; the reasons in the body are ours.
 *
 * <pre>
 *   202  Kafka has it        405  no POST              413  can never fit
 *   400  no proper event     404  no such broker       503  Kafka does not answer: send it again
 * </pre>
 */
final class Ingress implements Handler<HttpServerRequest> {
  private static final Pattern PATH = Pattern.compile("/([^/]+)/([^/]+)/?");
  private static final int LIMIT = Channels.LARGEST_EVENT_BYTES;

  private final Map<String, Inlet> brokers;

  /**
   * Takes events for these Brokers.
   *
   * @param brokers by {@code namespace/name}
   */
  Ingress(Map<String, Inlet> brokers) {
    this.brokers = Map.copyOf(brokers);
  }

  @Override
  public void handle(HttpServerRequest request) {
    if (request.headers().contains(HttpHeaders.EXPECT, HttpHeaders.CONTINUE, true)) {
      request.response().writeContinue();
    }
    answerTo(request)
        .onSuccess(answer -> respond(request, answer))
        .onFailure(broken -> BrokenRequest.refuse(request, broken));
  }

  private Future<Answer> answerTo(HttpServerRequest request) {
    if (request.method() != HttpMethod.POST) {
      return Future.succeededFuture(
          Problem.of(
              405,
              "Method not allowed",
              "Send events with POST, not %s.".formatted(request.method())));
    }
    var path = PATH.matcher(String.valueOf(request.path()));
    var inlet = path.matches() ? brokers.get(path.group(1) + "/" + path.group(2)) : null;
    if (inlet == null) {
      return Future.succeededFuture(
          Problem.of(
              404,
              "No such broker",
              "No broker is at '%s'; there are %s, each at /namespace/name."
                  .formatted(request.path(), brokers.keySet().stream().sorted().toList())));
    }
    return BoundedBody.read(request, LIMIT).compose(body -> take(inlet, request, body));
  }

  private static Future<Answer> take(Inlet inlet, HttpServerRequest request, Buffer body) {
    if (body.length() > LIMIT) {
      return Future.succeededFuture(
          KafkaTopic.tooLarge(
              "The body has more than %d bytes. Send a link to the data instead."
                  .formatted(LIMIT)));
    }
    return switch (HttpEvents.read(request.headers(), body)) {
      case Reading.Read(Event event) -> inlet.take(event, 0);
      case Reading.Unreadable unreadable ->
          Future.succeededFuture(Problem.of(400, "Not an event", unreadable.reason()));
    };
  }

  private static void respond(HttpServerRequest request, Answer answer) {
    var response = request.response();
    if (response.closed()) {
      return;
    }
    response.setStatusCode(answer.status());
    response.headers().addAll(answer.headers());
    response.end(answer.body());
  }
}
