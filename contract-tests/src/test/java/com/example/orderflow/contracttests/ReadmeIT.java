package com.example.orderflow.contracttests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Does what the README says, line by line. */
class ReadmeIT {
  private static final Pattern SHELL = Pattern.compile("```sh\\n(.*?)```", Pattern.DOTALL);
  private static final String PROGRAM = "./orderflow ";

  @TempDir Path data;
  @TempDir Path outputs;

  @Test
  void everyCommandOfTheReadmeWorksAndNothingStaysRunning() throws Exception {
    Launcher orderflow = new Launcher(data, outputs);
    Launcher.Running up = null;
    try {
      for (String command : commands()) {
        assertThat(command).startsWith(PROGRAM);
        String[] arguments = command.substring(PROGRAM.length()).split(" ");
        switch (arguments[0]) {
          case "up" -> {
            up = orderflow.start(arguments);
            up.awaitOutput("Next:");
          }
          // Runs us; here only that it finds Maven and a JDK.
          case "test" -> assertWorks(command, orderflow.run("test", "--version"));
          // Would write into this checkout; NewFunctionIT has a copy for it.
          case "new-function" -> assertWorks(command, orderflow.run(harmless(arguments)));
          default -> assertWorks(command, orderflow.run(arguments));
        }
      }
    } finally {
      if (up != null) {
        up.close();
      }
    }
    assertThat(Processes.living(data)).isEmpty();
    assertThat(Processes.living(Checkout.HOME.resolve(".orderflow/demo"))).isEmpty();
  }

  /** A fork may have done what the README says: under another name, and only as a question. */
  private static String[] harmless(String[] newFunction) {
    String[] asked = Arrays.copyOf(newFunction, newFunction.length + 1);
    asked[1] = "paint-moustaches";
    asked[newFunction.length] = "--dry-run";
    return asked;
  }

  private static void assertWorks(String command, Launcher.Result result) {
    assertThat(result.exitCode()).as("%s%n%s%n%s", command, result.out(), result.err()).isZero();
  }

  private static List<String> commands() throws IOException {
    return SHELL
        .matcher(Files.readString(Checkout.HOME.resolve("README.md")))
        .results()
        .flatMap(block -> block.group(1).lines())
        .filter(line -> !line.isBlank())
        .toList();
  }
}
