package com.example.orderflow.contracttests;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code ./orderflow}, run as a person runs it, on a data folder of the test. */
record Launcher(Path data, Path outputs) {
  private static final Duration LIMIT = Duration.ofMinutes(5);

  /** What a command came to. */
  record Result(int exitCode, String out, String err) {}

  /** A command that goes on. */
  record Running(Process process, Path out, Path err) implements AutoCloseable {

    void awaitOutput(String text) {
      await()
          .atMost(LIMIT)
          .failFast("it ended, see " + err, () -> !process.isAlive())
          .until(() -> Files.readString(out).contains(text));
    }

    /** Ctrl-C. */
    void interrupt() throws IOException, InterruptedException {
      new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
    }

    Result result() throws IOException, InterruptedException {
      if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        throw new IllegalStateException("it did not end within %s, see %s".formatted(LIMIT, err));
      }
      return new Result(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    @Override
    public void close() {
      process.destroy();
      process.onExit().orTimeout(LIMIT.toSeconds(), TimeUnit.SECONDS).join();
    }
  }

  Result run(String... arguments) throws IOException, InterruptedException {
    try (Running running = start(arguments)) {
      return running.result();
    }
  }

  Running start(String... arguments) throws IOException {
    Path out = Files.createTempFile(outputs, "out", ".txt");
    Path err = Files.createTempFile(outputs, "err", ".txt");
    List<String> command = new ArrayList<>(withInterrupts());
    command.add("./orderflow");
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(Checkout.HOME.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().put("ORDERFLOW_SKIP_BUILD", "1");
    builder.environment().put("ORDERFLOW_DATA", data.toString());
    return new Running(builder.start(), out, err);
  }

  /**
   * Whoever runs the tests in the background hands down that Ctrl-C is ignored; on a terminal it is
   * not.
   */
  private static List<String> withInterrupts() throws IOException {
    List<String> env = List.of("env", "--default-signal=INT");
    List<String> probe = new ArrayList<>(env);
    probe.add("true");
    try {
      return new ProcessBuilder(probe).start().waitFor() == 0 ? env : List.of();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of();
    }
  }
}
