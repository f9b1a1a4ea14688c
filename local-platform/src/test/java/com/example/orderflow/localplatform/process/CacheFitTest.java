package com.example.orderflow.localplatform.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheFitTest {
  @TempDir Path folder;

  @Test
  void theJvmIsAskedWithTheClassPathAndTheOptionsOfTheProgram() {
    List<String> command =
        List.of("java", "-Xmx1g", "-XX:AOTCache=c", "-Xlog:disable", "-jar", "a.jar");

    assertThat(CacheFit.question(command))
        .containsExactly(
            "java", StartupCache.INSIST, "-Xmx1g", "-XX:AOTCache=c", "-cp", "a.jar", "-version");
  }

  @Test
  void aFileThatIsNoCacheDoesNotFitAndTheJvmSaysWhy() throws Exception {
    assertThat(CacheFit.misfit(command(cache("nonsense"))))
        .hasValueSatisfying(reason -> assertThat(reason).isNotBlank().doesNotContain("["));
  }

  private List<String> command(StartupCache cache) {
    return Stream.of(
            List.of(JavaProgram.JAVA.toString()),
            cache.read("program"),
            List.of("-jar", "none.jar"))
        .flatMap(List::stream)
        .toList();
  }

  private StartupCache cache(String content) throws IOException {
    Files.writeString(folder.resolve("program"), content);
    return new StartupCache(folder, StartupCache.Use.READ);
  }
}
