package com.example.orderflow.contracttests;

import static org.awaitility.Awaitility.await;

import com.example.orderflow.localplatform.DataFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A platform as a process of its own, as {@code ./orderflow up} starts it: it can be killed. */
final class PlatformProcess implements AutoCloseable {
  /** For its start, and for its stop. */
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final Process process;
  private final Path output;

  private PlatformProcess(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  /** Returns when it takes events. */
  static PlatformProcess up(Path data, Path output) throws IOException {
    PlatformProcess platform = start(data, output);
    try {
      await()
          .atMost(LIMIT)
          .failFast("it ended, see " + output, () -> !platform.process.isAlive())
          .until(() -> platform.holds(data));
      return platform;
    } catch (RuntimeException notUp) {
      platform.close();
      throw notUp;
    }
  }

  /** Returns at once. */
  static PlatformProcess start(Path data, Path output) throws IOException {
    Path cli = Checkout.HOME.resolve("cli/target");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-Dorderflow.home=" + Checkout.HOME,
                "-cp",
                cli.resolve("cli-1.0.0-SNAPSHOT.jar") + ":" + cli.resolve("lib") + "/*",
                "com.example.orderflow.cli.Orderflow",
                "up",
                "--data",
                data.toString())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    return new PlatformProcess(process, output);
  }

  long pid() {
    return process.pid();
  }

  /** SIGKILL: what it started goes on without it. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  int exitCode() throws InterruptedException {
    return process.waitFor();
  }

  String said() throws IOException {
    return Files.readString(output);
  }

  /** SIGTERM, as from a session that ends. */
  @Override
  public void close() {
    process.destroy();
    process.onExit().orTimeout(LIMIT.toSeconds(), TimeUnit.SECONDS).join();
  }

  private boolean holds(Path data) {
    return DataFolder.running(data).filter(running -> running.pid() == pid()).isPresent();
  }
}
