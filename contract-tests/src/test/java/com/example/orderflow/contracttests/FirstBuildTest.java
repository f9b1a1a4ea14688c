package com.example.orderflow.contracttests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher in a clone that nothing was built in yet, with a Maven that fails. */
class FirstBuildTest {
  @TempDir Path clone;
  @TempDir Path path;

  @ParameterizedTest
  @ValueSource(strings = {"demo", "images"})
  void anyFirstCommandBuildsAndSaysWhyThatFailed(String command) throws Exception {
    Files.copy(Checkout.HOME.resolve("orderflow"), clone.resolve("orderflow"));
    script(path.resolve("mvn"), "echo '[ERROR] the disk is full'", "exit 1");
    Path said = clone.resolve("said.txt");
    ProcessBuilder launcher =
        new ProcessBuilder("bash", "orderflow", command)
            .directory(clone.toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile());
    launcher.environment().remove("ORDERFLOW_SKIP_BUILD");
    launcher.environment().merge("PATH", path + ":", (old, ours) -> ours + old);

    int exitCode = launcher.start().waitFor();

    assertThat(exitCode).isEqualTo(1);
    assertThat(said)
        .content()
        .contains("[ERROR] the disk is full", "all of Maven's words are in " + clone)
        .doesNotContain("No such file");
  }

  private static void script(Path file, String... lines) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + String.join("\n", lines) + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
