package com.example.orderflow.sandbox;

import static com.example.orderflow.sandbox.Sandbox.charge;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.example.orderflow.sandbox.Sandbox.Heard;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The packaged sandbox as a process of its own, killed without warning while it charges. */
class CrashIT {
  private static final Path JAR = Path.of("target/quarkus-app/quarkus-run.jar");
  private static final int CHARGES = 400;

  private final LedgerDatabase database = new LedgerDatabase();
  private final ExecutorService callers = Executors.newFixedThreadPool(16);
  private Map<String, String> environment;
  private Process process;
  private Sandbox sandbox;

  @BeforeEach
  void startDatabase() {
    environment = database.start();
  }

  @AfterEach
  void stop() throws InterruptedException {
    callers.shutdownNow();
    process.destroyForcibly().waitFor();
    database.stop();
  }

  @Test
  void whatWasUnderWayWhenItWasKilledIsChargedOnceByTheRepeats() throws Exception {
    startSandbox();
    List<CompletableFuture<Boolean>> first = chargeAll();
    await().until(() -> answered(first) > CHARGES / 4);

    process.destroyForcibly().waitFor();
    first.forEach(CompletableFuture::join);
    assertThat(answered(first)).isLessThan(CHARGES);
    startSandbox();

    assertThat(chargeAll()).allMatch(CompletableFuture::join);
    JsonNode entries = sandbox.get("/ledger").body().path("entries");
    assertThat(entries.findValuesAsText("orderId")).hasSize(CHARGES).doesNotHaveDuplicates();
  }

  private List<CompletableFuture<Boolean>> chargeAll() {
    Sandbox current = sandbox;
    return IntStream.range(0, CHARGES)
        .mapToObj(order -> CompletableFuture.supplyAsync(() -> charged(current, order), callers))
        .toList();
  }

  private static boolean charged(Sandbox sandbox, int order) {
    try {
      String body = charge("k" + order, "tok_ok", 100);
      Heard heard = sandbox.post("/charges", "charge-k" + order, body);
      return heard.status() == 201;
    } catch (IOException | InterruptedException e) {
      return false;
    }
  }

  private static long answered(List<CompletableFuture<Boolean>> charges) {
    return charges.stream().filter(charge -> charge.getNow(false)).count();
  }

  private void startSandbox() throws IOException {
    int port = freePort();
    ProcessBuilder java =
        new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-jar", "" + JAR)
            .inheritIO();
    java.environment().putAll(environment);
    java.environment().put("PORT", "" + port);
    java.environment().put("QUARKUS_HTTP_HOST", "localhost");
    process = java.start();
    sandbox = new Sandbox(URI.create("http://localhost:" + port));
    await()
        .atMost(Duration.ofSeconds(60))
        .ignoreExceptions()
        .until(() -> sandbox.get("/q/health/ready").status() == 200);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
