package com.example.orderflow.localplatform.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.orderflow.localplatform.process.StartupCache;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuiltProgramsTest {
  private static final ServiceSpec SERVICE = ServiceSpec.of("ship-order", "dev.local/ship-order:1");

  @TempDir Path root;
  private BuiltPrograms programs;

  @BeforeEach
  void createPrograms() {
    programs = programs(StartupCache.Use.READ);
  }

  @Test
  void aFunctionRunsOnTheJvmThatRunsUs() throws IOException {
    Path jar = built("functions/ship-order/target/quarkus-app/quarkus-run.jar", 1);

    assertThat(programs.command(SERVICE, 1))
        .startsWith(Path.of(System.getProperty("java.home"), "bin", "java").toString())
        .endsWith("-jar", jar.toString());
  }

  @Test
  void aStartupCacheIsReadWhereThereIsOne() throws IOException {
    built("functions/ship-order/target/quarkus-app/quarkus-run.jar", 1);
    assertThat(programs.command(SERVICE, 1)).noneMatch(option -> option.contains("cache"));
    Path cache = built("cache/ship-order", 1);

    assertThat(programs.command(SERVICE, 1)).anyMatch(option -> option.endsWith("=" + cache));
  }

  @Test
  void onlyTheFirstInstanceTrainsIt() throws IOException {
    built("functions/ship-order/target/quarkus-app/quarkus-run.jar", 1);
    Programs training = programs(StartupCache.Use.TRAIN);

    assertThat(training.command(SERVICE, 1)).anyMatch(option -> option.contains("/cache/"));
    assertThat(training.command(SERVICE, 2)).noneMatch(option -> option.contains("/cache/"));
  }

  @Test
  void aModuleBesideTheFunctionsIsFoundToo() throws IOException {
    Path jar = built("ship-order/target/quarkus-app/quarkus-run.jar", 1);

    assertThat(programs.command(SERVICE, 1)).endsWith(jar.toString());
  }

  @Test
  void aProgramWithoutQuarkusIsAJarOfItsName() throws IOException {
    Path jar = built("ship-order/target/ship-order.jar", 1);

    assertThat(programs.command(SERVICE, 1)).endsWith("-jar", jar.toString());
  }

  @Test
  void aServerHasMoreRoomThanAFunction() throws IOException {
    built("ship-order/target/quarkus-app/quarkus-run.jar", 1);

    assertThat(programs.command(SERVICE, 1)).contains("-Xmx128m");
    assertThat(programs.server("ship-order", SERVICE.image())).contains("-Xmx256m");
  }

  @Test
  void aNativeBinaryIsTakenWhenItIsNewerThanTheJar() throws IOException {
    built("functions/ship-order/target/quarkus-app/quarkus-run.jar", 1);
    Path binary = executable("functions/ship-order/target/ship-order-1.0.0-runner", 2);

    assertThat(programs.command(SERVICE, 1)).containsExactly(binary.toString());
  }

  @Test
  void aNativeBinaryOfYesterdayIsNot() throws IOException {
    Path jar = built("functions/ship-order/target/quarkus-app/quarkus-run.jar", 2);
    executable("functions/ship-order/target/ship-order-1.0.0-runner", 1);

    assertThat(programs.command(SERVICE, 1)).endsWith(jar.toString());
  }

  @Test
  void theVariantThatWasChosenIsTakenWhateverElseIsBuilt() throws IOException {
    Path jar = built("functions/ship-order/target/quarkus-app/quarkus-run.jar", 1);
    Path binary = executable("functions/ship-order/target/ship-order-1.0.0-runner", 2);

    programs.use(Optional.of(Variant.JVM));
    assertThat(programs.command(SERVICE, 1)).endsWith(jar.toString());

    programs.use(Optional.empty());
    assertThat(programs.command(SERVICE, 1)).containsExactly(binary.toString());
  }

  @Test
  void onlyFunctionsHaveVariants() throws IOException {
    Path jar = built("ship-order/target/quarkus-app/quarkus-run.jar", 1);

    programs.use(Optional.of(Variant.NATIVE));

    assertThat(programs.command(SERVICE, 1)).endsWith(jar.toString());
  }

  @Test
  void whatIsMissingIsNamedWithTheNextStep() {
    assertThatThrownBy(() -> programs.command(SERVICE, 1))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "image dev.local/ship-order:1 of ship-order is not built: run mvn package in " + root);
    assertThatThrownBy(() -> programs.command(ServiceSpec.of("redis", "docker.io/redis:8"), 1))
        .hasMessageContaining("only images of this project run here: dev.local/NAME:TAG");
  }

  private BuiltPrograms programs(StartupCache.Use use) {
    return new BuiltPrograms(root, new StartupCache(root.resolve("cache"), use));
  }

  private Path executable(String file, long hour) throws IOException {
    Path executable = built(file, hour);
    assertThat(executable.toFile().setExecutable(true)).isTrue();
    return executable;
  }

  private Path built(String file, long hour) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, "");
    return Files.setLastModifiedTime(path, FileTime.fromMillis(hour * 3_600_000));
  }
}
