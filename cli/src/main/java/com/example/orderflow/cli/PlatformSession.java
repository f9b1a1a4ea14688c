package com.example.orderflow.cli;

import com.example.orderflow.localplatform.DataFolder;
import com.example.orderflow.localplatform.LocalPlatform;
import com.example.orderflow.localplatform.PlatformAddresses;
import com.example.orderflow.localplatform.PlatformOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * The platform that a command works with: the one that runs on the data folder, or else one that is
 * started for the command and stopped after it, also on Ctrl-C.
 */
final class PlatformSession implements AutoCloseable {
  private static final Duration MOMENT = Duration.ofMillis(200);

  private final Path data;
  private final LocalPlatform own;
  private final Thread onInterrupt = new Thread(this::interrupted, "stop-platform");
  private final Console console;
  private volatile Runnable before = () -> {};
  private volatile Seen last = new Seen(Optional.empty(), 0);

  private PlatformSession(Path data, LocalPlatform own, Console console) {
    this.data = data;
    this.own = own;
    this.console = console;
    Runtime.getRuntime().addShutdownHook(onInterrupt);
  }

  static PlatformSession open(Path data, Console console) {
    if (DataFolder.running(data).isPresent()) {
      return running(data);
    }
    console.note("No platform runs on %s; starting one for this run.", data);
    return start(data, 0, console);
  }

  /** The one that runs on the folder; it is not stopped afterwards. */
  static PlatformSession running(Path data) {
    return new PlatformSession(data, null, null);
  }

  static PlatformSession start(Path data, int port, Console console) {
    return start(new PlatformOptions(DataOption.home(), data, port), console);
  }

  /** One whose programs write their startup caches when it stops. */
  static PlatformSession training(Path data, Console console) {
    return start(new PlatformOptions(DataOption.home(), data, 0).training(), console);
  }

  private static PlatformSession start(PlatformOptions options, Console console) {
    Logs.toFile(options.data());
    LocalPlatform platform = new LocalPlatform(options, console);
    PlatformSession session = new PlatformSession(options.data(), platform, console);
    try {
      platform.start();
    } catch (RuntimeException e) {
      throw session.keepsRunning() ? e : stopped(e);
    }
    return session;
  }

  /** Not what the start says: that Kafka did not start. The hook may end the process first. */
  private static IllegalStateException stopped(RuntimeException whatTheStartSays) {
    IllegalStateException stopped = new IllegalStateException("stopped before it had started");
    stopped.addSuppressed(whatTheStartSays);
    return stopped;
  }

  /**
   * Where the platform answers now; empty while it is down, which a restart may end. Whoever
   * follows events asks before each read, so what was read is good for a moment.
   */
  Optional<PlatformAddresses> addresses() {
    Seen seen = last;
    if (seen.platform.isEmpty() || System.nanoTime() - seen.at > MOMENT.toNanos()) {
      seen = new Seen(DataFolder.running(data), System.nanoTime());
      last = seen;
    }
    return seen.platform;
  }

  /** What Ctrl-C does while the platform still runs; returns when that is done. */
  void onInterrupt(Runnable action) {
    before = action;
  }

  @Override
  public void close() {
    if (!keepsRunning()) {
      return; // the hook stops the platform
    }
    if (own != null) {
      own.close();
    }
  }

  /** Whether this process goes on, and nobody has to be told any more when it does not. */
  private boolean keepsRunning() {
    try {
      return Runtime.getRuntime().removeShutdownHook(onInterrupt);
    } catch (IllegalStateException endsAlready) {
      return false;
    }
  }

  private void interrupted() {
    before.run();
    if (own != null) {
      console.note("Stopping; what is in flight is finished first …");
      own.close();
      console.note("Stopped.");
    }
  }

  private record Seen(Optional<PlatformAddresses> platform, long at) {}
}
