package com.example.orderflow.localplatform.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresBinariesIT {
  @TempDir Path parent;

  @Test
  void platformsThatStartForTheFirstTimeAtOnceAllFindThePrograms() throws Exception {
    List<Process> platforms = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      platforms.add(unpacking(parent));
    }

    for (Process platform : platforms) {
      String said = new String(platform.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(platform.waitFor()).as(said).isZero();
    }
    try (var files = Files.list(parent)) {
      assertThat(files).as("one copy, and the lock").hasSize(2);
    }
  }

  private static Process unpacking(Path parent) throws IOException {
    return new ProcessBuilder(
            JavaProgram.JAVA.toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Unpacking.class.getName(),
            parent.toString())
        .redirectErrorStream(true)
        .start();
  }

  /** What each of them does first. */
  static final class Unpacking {
    private Unpacking() {}

    public static void main(String[] arguments) throws IOException {
      Path program = PostgresBinaries.in(Path.of(arguments[0])).program("postgres");
      if (!Files.isExecutable(program)) {
        throw new IOException(program + " is not there");
      }
    }
  }
}
