package com.example.orderflow.localplatform.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramServerIT {
  @TempDir Path data;
  private final List<ServerNotice> notices = new CopyOnWriteArrayList<>();
  private int port;
  private ProgramServer server;

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void itIsStartedWhenItIsReady() throws Exception {
    program(Map.of("READY_GATE", "gate"));

    CompletableFuture<Void> started = CompletableFuture.runAsync(this::start);

    await().until(() -> FreePorts.answers(port));
    assertThat(started).isNotDone();
    Files.writeString(data.resolve("gate"), "");
    assertThat(started).succeedsWithin(Duration.ofSeconds(10));
  }

  @Test
  void oneThatDiesIsStartedAgainWhereItWas() throws Exception {
    program(Map.of());
    server.start();
    long killed = server.pid();

    ProcessHandle.of(killed).orElseThrow().destroyForcibly();

    await().until(() -> notices.size() == 2);
    assertThat(notices)
        .hasExactlyElementsOfTypes(ServerNotice.Died.class, ServerNotice.Restarted.class);
    assertThat(server.pid()).isNotEqualTo(killed);
    assertThat(FreePorts.answers(port)).isTrue();
  }

  @Test
  void oneThatDoesNotStartIsNamedWithItsLastWords() throws Exception {
    program(Map.of("CRASH", "no database"));

    assertThatThrownBy(server::start)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("orchestration did not start")
        .hasMessageContaining("no database");
  }

  private void program(Map<String, String> env) throws IOException {
    port = new FreePorts().near(0);
    Map<String, String> all = new HashMap<>(env);
    all.put("PORT", Integer.toString(port));
    all.put("GATES", data.toString());
    Command command =
        new Command(
            "orchestration",
            List.of(
                JavaProgram.JAVA.toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                Path.of("target", "test-classes").toString(),
                "com.example.orderflow.localplatform.serving.TestProgram"),
            all);
    server =
        new ProgramServer(
            new Processes(data),
            command,
            URI.create("http://127.0.0.1:%d/ready".formatted(port)),
            notices::add);
  }

  private void start() {
    try {
      server.start();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
