package com.example.orderflow.loadtester.coldstart;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * One cold start, in milliseconds.
 *
 * <pre>
 * exec ──────────────► listens ──────────► first answer ──► second answer
 *   process, runtime,     │ connection, first │ the same, warm
 *   framework             │ classes of a request
 * </pre>
 *
 * @param listening from the start of the process until it takes connections
 * @param firstAnswer until it has answered the first request
 * @param secondAnswer what a second request takes by itself
 * @param memoryMb resident after that
 */
public record Launch(double listening, double firstAnswer, double secondAnswer, double memoryMb) {
  private static final Duration GIVE_UP_AFTER = Duration.ofSeconds(60);
  private static final long NANOS_PER_MILLI = 1_000_000;

  /**
   * Starts the program, asks it twice, ends it.
   *
   * @throws IOException when it ends by itself, or does not answer; names its log
   */
  static Launch of(Candidate candidate, HttpClient http) throws IOException, InterruptedException {
    int port = freePort();
    ProcessBuilder builder =
        new ProcessBuilder(candidate.command())
            .redirectErrorStream(true)
            .redirectOutput(candidate.log().toFile());
    builder.environment().putAll(candidate.environment());
    builder.environment().put("PORT", Integer.toString(port));
    long begin = System.nanoTime();
    Process process = builder.start();
    try {
      awaitListening(candidate, process, port, begin);
      double listening = millisSince(begin);
      http.send(candidate.request().to(port), BodyHandlers.discarding());
      double first = millisSince(begin);
      long second = System.nanoTime();
      http.send(candidate.request().to(port), BodyHandlers.discarding());
      return new Launch(listening, first, millisSince(second), residentMb(process.pid()));
    } finally {
      process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    }
  }

  private static void awaitListening(Candidate candidate, Process process, int port, long begin)
      throws IOException, InterruptedException {
    while (!listens(port)) {
      if (!process.isAlive() || millisSince(begin) > GIVE_UP_AFTER.toMillis()) {
        throw new IOException(
            "%s (%s) does not listen; see %s"
                .formatted(candidate.function(), candidate.variant(), candidate.log()));
      }
      Thread.sleep(1);
    }
  }

  private static boolean listens(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException notYet) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static double millisSince(long begin) {
    return (double) (System.nanoTime() - begin) / NANOS_PER_MILLI;
  }

  /** 0 where the system does not tell; see proc(5), status. */
  private static double residentMb(long pid) {
    try {
      return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToDouble(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024 / 1e6)
          .findFirst()
          .orElse(0);
    } catch (IOException noLinux) {
      return 0;
    }
  }
}
