package com.example.orderflow.loadtester.coldstart;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A program from its start on; closing ends it, and so does whatever ends this JVM. */
final class RunningProgram implements AutoCloseable {
  private static final Duration GIVE_UP_AFTER = Duration.ofSeconds(60);
  private static final Path JCMD = Path.of(System.getProperty("java.home"), "bin", "jcmd");
  private static final Pattern UP = Pattern.compile("sun\\.rt\\.createVmEndTime=([0-9]+)");
  private static final double NANOS_PER_MILLI = 1e6;

  private final Candidate candidate;
  private final Process process;
  private final int port;
  private final long begin;
  private final long beganAt;

  private RunningProgram(Candidate candidate, Process process, int port, long begin, long beganAt) {
    this.candidate = candidate;
    this.process = process;
    this.port = port;
    this.begin = begin;
    this.beganAt = beganAt;
  }

  static RunningProgram start(Candidate candidate) throws IOException {
    int port = freePort();
    ProcessBuilder builder =
        new ProcessBuilder(candidate.command())
            .redirectErrorStream(true)
            .redirectOutput(candidate.log().toFile());
    builder.environment().putAll(candidate.environment());
    builder.environment().put("PORT", Integer.toString(port));
    long beganAt = System.currentTimeMillis();
    long begin = System.nanoTime();
    Process process = builder.start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    return new RunningProgram(candidate, process, port, begin, beganAt);
  }

  int port() {
    return port;
  }

  /** Since its start. */
  double millis() {
    return (System.nanoTime() - begin) / NANOS_PER_MILLI;
  }

  /**
   * Connects as soon as it listens.
   *
   * @return milliseconds of the try that succeeded
   */
  double connect() throws IOException, InterruptedException {
    while (true) {
      double before = millis();
      try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        return millis() - before;
      } catch (IOException notYet) {
        if (!process.isAlive() || millis() > GIVE_UP_AFTER.toMillis()) {
          throw new IOException(
              "%s (%s) does not listen; see %s"
                  .formatted(candidate.function(), candidate.variant(), candidate.log()),
              notYet);
        }
      }
      Thread.sleep(1);
    }
  }

  /**
   * When the JVM was up, in milliseconds since the start, as its performance counters say; empty of
   * a program that is none.
   */
  OptionalDouble runtimeUp() throws IOException, InterruptedException {
    Process jcmd =
        new ProcessBuilder(JCMD.toString(), Long.toString(process.pid()), "PerfCounter.print")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String counters = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    jcmd.waitFor();
    Matcher up = UP.matcher(counters);
    return up.find()
        ? OptionalDouble.of(Math.max(0, Long.parseLong(up.group(1)) - beganAt))
        : OptionalDouble.empty();
  }

  /** Processor time so far; 0 where the system does not tell. */
  Duration cpu() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** 0 where the system does not tell; see proc(5), status. */
  double residentMb() {
    try {
      return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToDouble(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024 / 1e6)
          .findFirst()
          .orElse(0);
    } catch (IOException noLinux) {
      return 0;
    }
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
