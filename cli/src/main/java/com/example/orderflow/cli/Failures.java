package com.example.orderflow.cli;

import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;

/** A failure as its user sees it: one sentence; the stack trace goes to the log. */
final class Failures {
  private static final Logger LOG = Logger.getLogger(Failures.class.getName());

  private Failures() {}

  static int print(
      Exception failure, CommandLine commandLine, CommandLine.ParseResult parseResult) {
    LOG.log(Level.FINE, "Command failed", failure);
    Throwable cause = failure;
    StringBuilder message = new StringBuilder("orderflow: ").append(words(cause));
    while (cause.getCause() != null && cause.getCause() != cause) {
      cause = cause.getCause();
      if (message.indexOf(words(cause)) < 0) {
        message.append("\n  because: ").append(words(cause));
      }
    }
    commandLine.getErr().println(commandLine.getColorScheme().errorText(message.toString()));
    return 1;
  }

  private static String words(Throwable failure) {
    return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
  }
}
