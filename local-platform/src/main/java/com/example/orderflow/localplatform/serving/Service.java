package com.example.orderflow.localplatform.serving;

import com.example.orderflow.localplatform.eventing.Answer;
import com.example.orderflow.localplatform.eventing.Delivery;
import com.example.orderflow.localplatform.eventing.Destination;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;

/**
 * One Service: what it is sent over HTTP or by a Trigger goes to its instances.
 *
 * <p>A verticle, because that gives it one context to run on, and closes its connections with it.
 */
public final class Service extends AbstractVerticle implements Destination {
  private final ServiceSpec spec;
  private final int wantedPort;
  private final Serving.Surroundings surroundings;
  private Activator activator;
  private Fleet fleet;
  private Listener listener;
  private Future<Void> begun;

  Service(ServiceSpec spec, int wantedPort, Serving.Surroundings surroundings) {
    this.spec = spec;
    this.wantedPort = wantedPort;
    this.surroundings = surroundings;
  }

  @Override
  public void start(Promise<Void> started) {
    Clock clock = Clock.systemUTC();
    HttpClient client = vertx.createHttpClient(clientOptions());
    Launcher launcher =
        new Launcher(
            vertx,
            client,
            surroundings.processes(),
            surroundings.ports(),
            surroundings.programs(),
            spec,
            clock);
    activator = new Activator(vertx, spec, new Proxy(client), clock);
    fleet =
        new Fleet(
            vertx,
            context,
            spec,
            launcher,
            surroundings.patience(),
            surroundings.busy(),
            activator,
            surroundings.notices(),
            clock);
    activator.use(fleet);
    Listener.on(wantedPort, vertx, this::serve)
        .onSuccess(
            listening -> {
              listener = listening;
              begun = fleet.begin();
            })
        .<Void>mapEmpty()
        .onComplete(started);
  }

  @Override
  public void stop(Promise<Void> stopped) {
    activator.close();
    Future.join(fleet.close(), listener.close()).<Void>mapEmpty().onComplete(stopped);
  }

  ServiceSpec spec() {
    return spec;
  }

  /** Completes when the instances that it starts with are ready, or have failed to start. */
  Future<Void> begun() {
    return onContext(() -> begun);
  }

  /** Completes when no instance is left of those that run now. */
  Future<Void> renew() {
    return onContext(fleet::renew);
  }

  public String name() {
    return spec.name();
  }

  /** Where it takes requests on this machine. */
  public URI uri() {
    return URI.create("http://%s:%d".formatted(Proxy.HOST, listener.port()));
  }

  /** As an HTTP request, but without a connection. */
  @Override
  public Future<Answer> deliver(Delivery delivery, Duration timeout) {
    Call call = new Call(HttpMethod.POST, delivery.path(), delivery.headers(), delivery.body());
    if (timeout.compareTo(spec.timeout()) < 0) {
      return onContext(() -> activator.serve(call, timeout));
    }
    return onContext(() -> serve(call));
  }

  public Future<ServiceStatus> status() {
    return onContext(
        () -> Future.succeededFuture(fleet.status(listener.port(), activator.waiting())));
  }

  private Future<Answer> serve(Call call) {
    return activator
        .serve(call, spec.timeout())
        .recover(late -> Future.succeededFuture(Refusal.timedOut(spec.name(), spec.timeout())));
  }

  /** Runs the work where the Service runs, and brings the result back to where the caller runs. */
  private <T> Future<T> onContext(Work<T> work) {
    Context caller = Vertx.currentContext();
    Promise<T> result = Promise.promise();
    context.runOnContext(
        here ->
            work.begin()
                .onComplete(
                    done -> {
                      if (caller == null || caller == context) {
                        result.handle(done);
                      } else {
                        caller.runOnContext(there -> result.handle(done));
                      }
                    }));
    return result.future();
  }

  @FunctionalInterface
  private interface Work<T> {
    Future<T> begin();
  }

  private static HttpClientOptions clientOptions() {
    return new HttpClientOptions()
        .setMaxPoolSize(Activator.MOST_WAITING) // containerConcurrency limits, not the pool
        .setKeepAliveTimeout(25) // seconds: before the other side's 30 and more
        .setConnectTimeout(2_000);
  }
}
