package com.example.orderflow.cli;

import com.example.orderflow.localplatform.PlatformListener;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;

/** What a person reads: results go to standard output, progress and trouble to standard error. */
public record Console(PrintWriter out, PrintWriter err) implements PlatformListener {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT)
          .withZone(ZoneId.systemDefault());

  static Console of(CommandSpec command) {
    return new Console(command.commandLine().getOut(), command.commandLine().getErr());
  }

  /** Prints with picocli's markup, as in {@code @|bold text|@}; colour only on a terminal. */
  public void say(String format, Object... arguments) {
    out.println(Ansi.AUTO.string(format.formatted(arguments)));
    out.flush();
  }

  void note(String format, Object... arguments) {
    err.println(Ansi.AUTO.string(format.formatted(arguments)));
    err.flush();
  }

  @Override
  public void started(String part, Duration took) {
    note("  %-14s ready after %s s", part, seconds(took));
  }

  @Override
  public void trouble(String part, String what) {
    note("  @|yellow %-14s %s|@", part, what);
  }

  /** To the second, where this machine is. */
  static String time(Instant instant) {
    return TIME.format(instant);
  }

  public static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.1f", duration.toMillis() / 1000.0);
  }
}
