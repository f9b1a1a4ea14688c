package com.example.orderflow.localplatform.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the test's servers are shell scripts")
class SupervisorIT {
  private static final RestartBackoff BACKOFF =
      new RestartBackoff(Duration.ofMillis(1), Duration.ofMillis(50));

  @TempDir Path data;
  private final List<ServerNotice> notices = new CopyOnWriteArrayList<>();
  private final Deque<String> scripts = new ArrayDeque<>();
  private final Supervisor supervisor = new Supervisor("server", this::run, BACKOFF, notices::add);

  @AfterEach
  void stop() {
    supervisor.stop();
  }

  @Test
  void aServerThatDiesIsStartedUntilItRuns() throws IOException {
    starts("echo out of memory; exit 1", "fails", "fails", "exec sleep 600");

    supervisor.start();

    await().until(() -> notices.size() == 4);
    assertThat(notices)
        .hasExactlyElementsOfTypes(
            ServerNotice.Died.class,
            ServerNotice.RestartFailed.class,
            ServerNotice.RestartFailed.class,
            ServerNotice.Restarted.class);
    assertThat(((ServerNotice.Died) notices.getFirst()).lastLines())
        .containsExactly("out of memory");
  }

  @Test
  void theFirstStartMustSucceed() {
    starts("fails");

    assertThatThrownBy(supervisor::start).isInstanceOf(IOException.class);
    assertThat(notices).isEmpty();
  }

  @Test
  void aServerThatIsStoppedStaysStopped() throws IOException {
    starts("exec sleep 600");
    supervisor.start();
    ChildProcess process = supervisor.server().process();

    supervisor.stop();

    assertThat(process.isAlive()).isFalse();
    assertThat(notices).isEmpty();
  }

  private void starts(String... inOrder) {
    scripts.addAll(List.of(inOrder));
  }

  private RunningServer run() throws IOException {
    String script = scripts.remove();
    if (script.equals("fails")) {
      throw new IOException("does not start");
    }
    ChildProcess process =
        new Processes(data).start(new Command("server", List.of("sh", "-c", script), Map.of()));
    return new RunningServer(process, () -> process.kill().join());
  }
}
