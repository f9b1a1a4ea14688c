package com.example.orderflow.localplatform.eventing;

import com.example.orderflow.events.Channels;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A server on the network, over pooled connections. Redirects are answers like any other. */
public final class HttpDestination implements Destination {
  private final HttpClient client;
  private final String host;
  private final int port;

  public HttpDestination(HttpClient client, String host, int port) {
    this.client = client;
    this.host = host;
    this.port = port;
  }

  /** The server of a URI. */
  public static HttpDestination at(HttpClient client, URI uri) {
    return new HttpDestination(client, uri.getHost(), uri.getPort() < 0 ? 80 : uri.getPort());
  }

  @Override
  public Future<Answer> deliver(Delivery delivery, Duration timeout) {
    var exchange = new Exchange();
    return client
        .request(
            new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setHost(host)
                .setPort(port)
                .setURI(delivery.path())
                .setHeaders(delivery.headers()))
        .compose(request -> exchange.send(request, delivery))
        .timeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
        .onFailure(failure -> exchange.abandon());
  }

  /** One request, which must not go out, nor go on, when its time is over. */
  private static final class Exchange {
    private HttpClientRequest request;
    private boolean abandoned;

    Future<Answer> send(HttpClientRequest acquired, Delivery delivery) {
      request = acquired;
      if (abandoned) {
        request.reset();
        return Future.failedFuture("There was no free connection in time.");
      }
      return request
          .send(delivery.body())
          .compose(
              response ->
                  BoundedBody.read(response, Channels.LARGEST_EVENT_BYTES)
                      .map(body -> new Answer(response.statusCode(), response.headers(), body)));
    }

    void abandon() {
      abandoned = true;
      if (request != null) {
        request.reset();
      }
    }
  }
}
