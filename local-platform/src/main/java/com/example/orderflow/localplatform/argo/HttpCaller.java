package com.example.orderflow.localplatform.argo;

import com.example.orderflow.events.Channels;
import com.example.orderflow.localplatform.eventing.BoundedBody;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Sends the requests of http templates, as the agent pod of a workflow does. */
final class HttpCaller {
  private final HttpClient client;
  private final Function<String, Optional<URI>> hosts;

  /**
   * @param hosts where a host of the cluster is on this machine
   */
  HttpCaller(HttpClient client, Function<String, Optional<URI>> hosts) {
    this.client = client;
    this.hosts = hosts;
  }

  record Request(String method, String url, MultiMap headers, String body) {}

  sealed interface Reply {
    record Answered(int status, String body) implements Reply {}

    /** No answer, and why. */
    record Broken(String reason) implements Reply {}
  }

  Reply send(Request request, Duration timeout) throws InterruptedException {
    Optional<URI> server = server(request.url());
    if (server.isEmpty()) {
      return new Reply.Broken("%s \"%s\": no such host".formatted(request.method(), request.url()));
    }
    try {
      return kept(
          exchange(request, server.get(), timeout).toCompletionStage().toCompletableFuture().get());
    } catch (ExecutionException e) {
      return new Reply.Broken(
          "%s \"%s\": %s".formatted(request.method(), request.url(), e.getCause().getMessage()));
    }
  }

  /** PostgreSQL keeps no text with a zero byte in it. */
  private static Reply kept(Reply reply) {
    return reply instanceof Reply.Answered(int status, String body) && body.indexOf('\0') >= 0
        ? new Reply.Broken("the answer %d is no text".formatted(status))
        : reply;
  }

  private Optional<URI> server(String url) {
    try {
      return Optional.ofNullable(URI.create(url).getHost()).flatMap(hosts);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Future<Reply> exchange(Request request, URI server, Duration timeout) {
    return client
        .request(
            new RequestOptions()
                .setMethod(HttpMethod.valueOf(request.method()))
                .setServer(SocketAddress.inetSocketAddress(server.getPort(), server.getHost()))
                .setHost(URI.create(request.url()).getHost())
                .setURI(path(URI.create(request.url())))
                .setHeaders(request.headers())
                .setTimeout(timeout.toMillis()))
        .compose(
            sending ->
                sending
                    .send(request.body())
                    .compose(
                        response ->
                            BoundedBody.read(response, Channels.LARGEST_EVENT_BYTES)
                                .map(
                                    body ->
                                        (Reply)
                                            new Reply.Answered(
                                                response.statusCode(),
                                                body.toString(StandardCharsets.UTF_8))))
                    .timeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                    .onFailure(failure -> sending.reset()));
  }

  private static String path(URI uri) {
    String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
  }
}
