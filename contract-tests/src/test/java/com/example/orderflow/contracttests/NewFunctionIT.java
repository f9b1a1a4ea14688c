package com.example.orderflow.contracttests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code new-function} makes is formatted and built, and the tests that are there hold. */
class NewFunctionIT {
  private static final Set<String> NOT_WRITTEN_BY_HAND = Set.of("target", ".git", ".orderflow");

  /** None that a fork would have. */
  private static final String NAME = "paint-moustaches";

  private static final long LIMIT_MINUTES = 5;

  @TempDir Path checkout;
  @TempDir Path outputs;

  @Test
  void aNewFunctionPassesItsTestsAndTheChartDeploysItAsTheManifestsDo() throws Exception {
    copyTheSources();
    orderflow("ORDERFLOW_SKIP_BUILD", "1", "new-function", NAME, "--on=order.shipped");

    // Where CI is set the format is checked, and not mended.
    orderflow(
        "CI",
        "true",
        "test",
        "-q",
        "--projects=wiring-check,functions/" + NAME,
        "--also-make",
        "-Dtest=PaintMoustachesFunctionTest,ChartTest",
        "-Dsurefire.failIfNoSpecifiedTests=false");

    Path built = checkout.resolve("functions").resolve(NAME).resolve("target");
    assertThat(built.resolve("surefire-reports"))
        .isDirectoryContaining("glob:**PaintMoustachesFunctionTest.txt");
    assertThat(built.resolve("quarkus-app/quarkus-run.jar")).exists();
  }

  private void orderflow(String variable, String value, String... arguments) throws Exception {
    Path said = outputs.resolve("said.txt");
    ProcessBuilder launcher =
        new ProcessBuilder(
                Stream.concat(Stream.of("./orderflow"), Arrays.stream(arguments)).toList())
            .directory(checkout.toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile());
    launcher.environment().put(variable, value);
    Process command = launcher.start();

    assertThat(command.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)).isTrue();
    assertThat(command.exitValue()).as(Files.readString(said)).isZero();
  }

  /** With the command line as it is built. */
  private void copyTheSources() throws IOException {
    Files.walkFileTree(
        Checkout.HOME,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            if (NOT_WRITTEN_BY_HAND.contains(folder.getFileName().toString())) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            Files.createDirectories(checkout.resolve(Checkout.HOME.relativize(folder)));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.copy(file, checkout.resolve(Checkout.HOME.relativize(file)));
            return FileVisitResult.CONTINUE;
          }
        });
    Files.createSymbolicLink(checkout.resolve("cli/target"), Checkout.HOME.resolve("cli/target"));
  }
}
