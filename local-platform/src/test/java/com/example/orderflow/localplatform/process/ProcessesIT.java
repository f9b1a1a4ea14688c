package com.example.orderflow.localplatform.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the test's programs are shell scripts")
class ProcessesIT {
  private static final Duration GRACE = Duration.ofSeconds(30);

  @TempDir Path data;

  @Test
  void aProgramHasItsOwnVariablesAndNoneByAccident() throws IOException {
    ChildProcess process =
        start("echo $GREETING; env | cut -d= -f1 | sort", Map.of("GREETING", "hi"));

    assertThat(process.exited().join().code()).isZero();
    assertThat(process.lastLines(100))
        .contains("hi", "PATH")
        .doesNotContain("JAVA_HOME", "MAVEN_OPTS", "QUARKUS_PROFILE");
  }

  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "elsewhere there is no setsid")
  void aTerminalsCtrlCReachesNoProgramForItHasItsOwnSession() throws IOException {
    ChildProcess process = start("cut -d' ' -f6 /proc/self/stat", Map.of());
    process.exited().join();

    assertThat(process.lastLines(1)).containsExactly(Long.toString(process.pid()));
  }

  @Test
  void theLastLinesAreThoseOfThisRun() throws IOException {
    start("echo before", Map.of()).exited().join();

    ChildProcess process = start("seq 1 1000", Map.of());
    process.exited().join();

    assertThat(process.lastLines(3)).containsExactly("998", "999", "1000");
    assertThat(process.lastLines(2_000)).doesNotContain("before");
    assertThat(process.logFile()).content().startsWith("before");
  }

  @Test
  void aProgramThatIgnoresTheRequestToStopIsEnded() throws IOException {
    ChildProcess process =
        start("trap '' TERM; echo ready; while :; do sleep 0.05; done", Map.of());
    await().until(() -> process.lastLines(1).contains("ready"));

    ChildProcess.Exit exit = process.stop(Duration.ofMillis(100)).join();

    assertThat(exit.code()).isEqualTo(128 + 9);
  }

  @Test
  void aProgramMayTakeTheGraceToStop() throws IOException {
    ChildProcess process =
        start("trap 'exit 7' TERM; echo ready; while :; do sleep 0.05; done", Map.of());
    await().until(() -> process.lastLines(1).contains("ready"));

    assertThat(process.stop(GRACE).join().code()).isEqualTo(7);
  }

  @Test
  void whatAKilledPlatformLeftBehindIsEnded() throws IOException {
    ChildProcess process = start("exec sleep 600", Map.of());

    List<String> ended = new Processes(data).endLeftovers();

    assertThat(ended).containsExactly("program");
    assertThat(process.isAlive()).isFalse();
    assertThat(new Processes(data).endLeftovers()).isEmpty();
  }

  @Test
  void aProcessThatGotARecycledPidIsLeftAlone() throws IOException {
    ChildProcess process = start("exec sleep 600", Map.of());
    Path pidFile = data.resolve("processes").resolve("program.pid");
    String anHourAgo = Instant.now().minus(Duration.ofHours(1)).toString();
    Files.write(pidFile, List.of(Long.toString(process.pid()), anHourAgo));

    assertThat(new Processes(data).endLeftovers()).isEmpty();

    assertThat(process.isAlive()).isTrue();
    process.kill().join();
  }

  @Test
  void whoIsClosedEndsWhatRunsAndStartsNoMore() throws IOException {
    Processes processes = new Processes(data);
    Command command = new Command("program", List.of("sleep", "60"), Map.of());
    ChildProcess process = processes.start(command);

    processes.close();

    assertThat(process.isAlive()).isFalse();
    assertThatIOException()
        .isThrownBy(() -> processes.start(command))
        .withMessage("program is not started: the platform is being stopped");
  }

  private ChildProcess start(String script, Map<String, String> env) throws IOException {
    return new Processes(data).start(new Command("program", List.of("sh", "-c", script), env));
  }
}
