package com.example.orderflow.contracttests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher in a clone that nothing was built in yet, with a Maven of the test. */
class FirstBuildTest {
  private static final Duration LIMIT = Duration.ofMinutes(1);
  private static final int TERM = 15;

  @TempDir Path clone;
  @TempDir Path path;

  @ParameterizedTest
  @ValueSource(strings = {"demo", "images"})
  void anyFirstCommandBuildsAndSaysWhyThatFailed(String command) throws Exception {
    maven("echo '[ERROR] the disk is full'", "exit 1");
    program("podman"); // images wants an engine, and looks for it before it builds

    int exitCode = launch(command).waitFor();

    assertThat(exitCode).isEqualTo(1);
    assertThat(said())
        .content()
        .contains("[ERROR] the disk is full", "all of Maven's words are in " + clone)
        .doesNotContain("No such file");
  }

  @ParameterizedTest
  @ValueSource(strings = {"test", "images", "clean"})
  void askingForHelpBuildsNothing(String command) throws Exception {
    maven("echo '[ERROR] asked to build'", "exit 1");

    int exitCode = launch(command, "--help").waitFor();

    assertThat(exitCode).isZero();
    assertThat(said()).content().contains("orderflow " + command + " ").doesNotContain("[ERROR]");
  }

  @Test
  void anImageThatIsNoneIsRefusedBeforeTheBuild() throws Exception {
    maven("echo '[ERROR] asked to build'", "exit 1");

    int exitCode = launch("images", "nobody").waitFor();

    assertThat(exitCode).isEqualTo(1);
    assertThat(said())
        .content()
        .contains(
            "nobody is no image of Orderflow; they are: base ",
            "process-payment ship-order validate-order sandbox")
        .doesNotContain("[ERROR]");
  }

  @Test
  void whoEndsTheLauncherAloneEndsMavenToo() throws Exception {
    Path started = clone.resolve("maven.pid");
    maven("echo $$ > " + started, "exec sleep 600");
    Process launcher = launch("demo");
    await().atMost(LIMIT).until(() -> Files.exists(started) && Files.size(started) > 0);

    launcher.destroy();

    assertThat(launcher.waitFor()).isEqualTo(128 + TERM);
    assertThat(said()).content().contains("Stopping");
    assertThat(Processes.isAlive(Long.parseLong(Files.readString(started).strip()))).isFalse();
  }

  private void maven(String... lines) throws IOException {
    program("mvn", lines);
  }

  private void program(String name, String... lines) throws IOException {
    Path file = path.resolve(name);
    Files.writeString(file, "#!/bin/sh\n" + String.join("\n", lines) + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private Process launch(String... arguments) throws IOException {
    Files.copy(Checkout.HOME.resolve("orderflow"), clone.resolve("orderflow"));
    for (String read : List.of("infra", "functions")) {
      Files.createSymbolicLink(clone.resolve(read), Checkout.HOME.resolve(read));
    }
    List<String> command = new ArrayList<>(List.of("bash", "orderflow"));
    command.addAll(List.of(arguments));
    ProcessBuilder launcher =
        new ProcessBuilder(command)
            .directory(clone.toFile())
            .redirectErrorStream(true)
            .redirectOutput(said().toFile());
    launcher.environment().remove("ORDERFLOW_SKIP_BUILD");
    launcher.environment().merge("PATH", path + ":", (old, ours) -> ours + old);
    return launcher.start();
  }

  private Path said() {
    return clone.resolve("said.txt");
  }
}
