package com.example.orderflow.localplatform.serving;

import com.example.orderflow.localplatform.process.ChildProcess;
import com.example.orderflow.localplatform.process.Command;
import com.example.orderflow.localplatform.process.FreePorts;
import com.example.orderflow.localplatform.process.Processes;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Starts instances of one Service.
 *
 * <pre>
 *   process ─► asked every 20 ms whether it is ready ─┬─ yes ──────────────► instance
 *                                                     ├─ ended ────────────► FailedStart
 *                                                     └─ not within a minute ─► FailedStart
 * </pre>
 */
final class Launcher {
  /** A native function is ready after 20 ms: asking less often would double that. */
  private static final long POLL_MILLIS = 20;

  private static final long PROBE_LIMIT_MILLIS = 1_000;

  /** A kubelet takes any status below it for a yes. */
  private static final int FIRST_FAILURE = 400;

  private static final Duration START_LIMIT = Duration.ofSeconds(60);
  private static final int LAST_LINES = 20;

  private final Vertx vertx;
  private final HttpClient client;
  private final Processes processes;
  private final FreePorts ports;
  private final Programs programs;
  private final ServiceSpec service;
  private final Clock clock;
  private final Set<ChildProcess> starting = new HashSet<>();
  private boolean aborted;

  Launcher(
      Vertx vertx,
      HttpClient client,
      Processes processes,
      FreePorts ports,
      Programs programs,
      ServiceSpec service,
      Clock clock) {
    this.vertx = vertx;
    this.client = client;
    this.processes = processes;
    this.ports = ports;
    this.programs = programs;
    this.service = service;
    this.clock = clock;
  }

  /** Why an instance did not start. */
  static final class FailedStart extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient List<String> lastLines;

    FailedStart(String reason, List<String> lastLines) {
      super(reason);
      this.lastLines = List.copyOf(lastLines);
    }

    List<String> lastLines() {
      return lastLines;
    }
  }

  /**
   * @param slot its number among the instances of the Service, which names its log
   */
  Future<Instance> launch(int slot) {
    return vertx
        .executeBlocking(() -> start(slot), false)
        .recover(failure -> Future.failedFuture(new FailedStart(failure.getMessage(), List.of())))
        .compose(started -> ready(started, slot));
  }

  /** Ends what is not ready yet, also what is just about to start. */
  void abort() {
    aborted = true;
    starting.forEach(ChildProcess::kill);
  }

  private record StartedProcess(ChildProcess process, int port) {}

  private StartedProcess start(int slot) throws IOException {
    int port = ports.near(0);
    String name = service.name() + "-" + slot;
    Command command = new Command(name, programs.command(service, slot), env(port));
    ChildProcess process = processes.start(command);
    process.exited().thenRun(() -> ports.release(port));
    return new StartedProcess(process, port);
  }

  /** What Knative's runtime contract promises a container, and the Service's own variables. */
  private Map<String, String> env(int port) {
    Map<String, String> env = new HashMap<>(service.env());
    env.put("K_CONFIGURATION", service.name());
    env.put("K_REVISION", service.name() + "-00001");
    env.put("K_SERVICE", service.name());
    env.put("PORT", Integer.toString(port));
    env.put("QUARKUS_HTTP_HOST", Proxy.HOST);
    return env;
  }

  private Future<Instance> ready(StartedProcess started, int slot) {
    starting.add(started.process());
    if (aborted) {
      started.process().kill();
    }
    Promise<Void> ready = Promise.promise();
    poll(started, clock.instant().plus(START_LIMIT), ready);
    int limit =
        service.containerConcurrency() == 0 ? Integer.MAX_VALUE : service.containerConcurrency();
    return ready
        .future()
        .eventually(() -> Future.succeededFuture(starting.remove(started.process())))
        .map(yes -> new Instance(started.process(), slot, started.port(), clock.instant(), limit));
  }

  private void poll(StartedProcess started, Instant deadline, Promise<Void> ready) {
    ChildProcess process = started.process();
    if (!process.isAlive()) {
      ready.fail(failed(process, "exit code " + process.exited().join().code()));
    } else if (clock.instant().isAfter(deadline)) {
      process.kill();
      ready.fail(failed(process, "not ready within " + START_LIMIT.toSeconds() + " s"));
    } else {
      probe(started.port())
          .onSuccess(ready::complete)
          .onFailure(
              notYet -> vertx.setTimer(POLL_MILLIS, timer -> poll(started, deadline, ready)));
    }
  }

  private Future<Void> probe(int port) {
    RequestOptions options =
        new RequestOptions()
            .setMethod(HttpMethod.GET)
            .setHost(Proxy.HOST)
            .setPort(port)
            .setURI(service.readinessPath())
            .setTimeout(PROBE_LIMIT_MILLIS);
    return client
        .request(options)
        .compose(HttpClientRequest::send)
        .compose(
            response ->
                response
                    .body()
                    .compose(
                        body ->
                            response.statusCode() < FIRST_FAILURE
                                ? Future.succeededFuture()
                                : Future.failedFuture("not ready")));
  }

  private static FailedStart failed(ChildProcess process, String reason) {
    return new FailedStart(reason, process.lastLines(LAST_LINES));
  }
}
