package com.example.orderflow.localplatform.serving;

import static org.awaitility.Awaitility.await;

import com.example.orderflow.localplatform.eventing.Answer;
import com.example.orderflow.localplatform.process.FreePorts;
import com.example.orderflow.localplatform.process.JavaProgram;
import com.example.orderflow.localplatform.process.Processes;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A Service of {@link TestProgram}, and the words in which the tests speak of it. */
abstract class ServiceUnderTest {
  static final Duration LONG = Duration.ofSeconds(60);
  static final Duration SHORT = Duration.ofMillis(200);

  /** Most tests begin at zero. */
  static final Scaling ON_DEMAND = Scaling.DEFAULT.withInitialScale(0);

  @TempDir Path data;
  final Vertx vertx = Vertx.vertx();
  final HttpClient client = HttpClient.newHttpClient();
  final FreePorts ports = new FreePorts();
  final List<ServingNotice> notices = new CopyOnWriteArrayList<>();
  Path gates;
  Duration patience = LONG;
  volatile boolean busy;
  Serving serving;
  Service service;

  @BeforeEach
  void createGates() throws IOException {
    gates = Files.createDirectories(data.resolve("gates"));
  }

  @AfterEach
  void stop() {
    open("any");
    if (serving != null) {
      get(serving.stop());
    }
    get(vertx.close());
  }

  ServiceSpec function() {
    return function(Map.of());
  }

  ServiceSpec function(Map<String, String> env) {
    Map<String, String> all = new HashMap<>(env);
    all.put("GATES", gates.toString());
    return ServiceSpec.of("echo", "dev.local/echo:1")
        .withReadinessPath("/ready")
        .withEnv(all)
        .withScaling(ON_DEMAND);
  }

  void start(ServiceSpec spec) throws IOException {
    serve(
        spec,
        (any, slot) ->
            List.of(
                JavaProgram.JAVA.toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                Path.of("target", "test-classes").toString(),
                TestProgram.class.getName()));
  }

  void serve(ServiceSpec spec, Programs programs) throws IOException {
    serving =
        new Serving(
            vertx,
            new Serving.Surroundings(
                new Processes(data), ports, programs, patience, () -> busy, notices::add));
    service = get(serving.start(spec, ports.near(0)));
  }

  CompletableFuture<HttpResponse<String>> post(String path, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(service.uri().resolve(path))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return client.sendAsync(request, HttpResponse.BodyHandlers.ofString());
  }

  List<CompletableFuture<HttpResponse<String>>> post(int count, String path) {
    return IntStream.range(0, count).mapToObj(i -> post(path, "")).toList();
  }

  Future<Answer> deliver(String path, Duration timeout) {
    return service.deliver(TestEvents.delivery(path), timeout);
  }

  /**
   * Has begun when this returns: a request could otherwise be faster, and find the old instance.
   */
  Future<Void> renew() {
    Future<Void> renewed = serving.renew(List.of(service.name()));
    status(); // is answered after it
    return renewed;
  }

  void open(String gate) {
    try {
      Files.writeString(gates.resolve(gate), "");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  ServiceStatus status() {
    return get(service.status());
  }

  void awaitStatus(Consumer<ServiceStatus> expectation) {
    await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> expectation.accept(status()));
  }

  static int inFlight(ServiceStatus status) {
    return status.instances().stream().mapToInt(ServiceStatus.InstanceStatus::inFlight).sum();
  }

  static long number(CompletableFuture<HttpResponse<String>> answer, String header) {
    return answer.join().headers().firstValueAsLong(header).orElseThrow();
  }

  static <T> T get(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().join();
  }
}
