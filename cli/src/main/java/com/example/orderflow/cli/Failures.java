package com.example.orderflow.cli;

import java.io.PrintWriter;
import java.net.ConnectException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** A failure as its user sees it: one sentence; the stack trace goes to the log. */
final class Failures {
  private static final Logger LOG = Logger.getLogger(Failures.class.getName());

  private Failures() {}

  static int print(
      Exception failure, CommandLine commandLine, CommandLine.ParseResult parseResult) {
    LOG.log(Level.FINE, "Command failed", failure);
    Throwable cause = spoken(failure);
    StringBuilder message = new StringBuilder("orderflow: ").append(words(cause));
    while (!isRefusal(cause) && cause.getCause() != null && cause.getCause() != cause) {
      cause = cause.getCause();
      boolean tells = isRefusal(cause) || cause.getMessage() != null || cause.getCause() == null;
      if (tells && message.indexOf(words(cause)) < 0) {
        message.append("\n  because: ").append(words(cause));
      }
    }
    commandLine.getErr().println(commandLine.getColorScheme().errorText(message.toString()));
    return 1;
  }

  /** What is wrong, and where the rest stands: in all of the help it would be overlooked. */
  static int wrongUsage(ParameterException failure, String[] arguments) {
    CommandLine command = failure.getCommandLine();
    PrintWriter err = command.getErr();
    String said = failure.getMessage().replaceFirst("^Error: ", ""); // of some, not of others
    err.println(command.getColorScheme().errorText("orderflow: " + said));
    UnmatchedArgumentException.printSuggestions(failure, err);
    err.printf("Usage and examples: %s --help%n", command.getCommandSpec().qualifiedName());
    return command.getCommandSpec().exitCodeOnInvalidInput();
  }

  /** Without those around it that say no more than its name. */
  private static Throwable spoken(Throwable failure) {
    Throwable cause = failure.getCause();
    return cause != null && cause.toString().equals(failure.getMessage()) ? spoken(cause) : failure;
  }

  /** As the JDK's HTTP client has it: without words, and what caused it has none either. */
  private static boolean isRefusal(Throwable failure) {
    return failure instanceof ConnectException && failure.getMessage() == null;
  }

  private static String words(Throwable failure) {
    return switch (failure) {
      case NoSuchFileException missing when missing.getReason() == null ->
          missing.getFile() + ": there is no such file or folder";
      case AccessDeniedException denied when denied.getReason() == null ->
          denied.getFile() + ": you may not read or write it";
      case ConnectException refused when isRefusal(refused) -> "nobody listens there";
      default ->
          failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    };
  }
}
