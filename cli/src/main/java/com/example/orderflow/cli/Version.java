package com.example.orderflow.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What is run, for reports. */
final class Version {
  static final String ORDERFLOW = "Orderflow 1.0.0-SNAPSHOT";

  private Version() {}

  /** With the commit, where there is one. */
  static String current() {
    try {
      Process git =
          new ProcessBuilder(
                  "git", "-C", DataOption.home().toString(), "describe", "--always", "--dirty")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String commit =
          new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      return commit.isEmpty() ? ORDERFLOW : ORDERFLOW + " at " + commit;
    } catch (IOException noGit) {
      return ORDERFLOW;
    }
  }
}
