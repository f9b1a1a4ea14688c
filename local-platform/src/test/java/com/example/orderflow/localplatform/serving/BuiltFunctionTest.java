package com.example.orderflow.localplatform.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.orderflow.localplatform.process.StartupCache;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuiltFunctionTest {
  @TempDir Path home;
  private BuiltFunction function;

  @BeforeEach
  void createFunction() {
    function =
        new BuiltFunction(
            home, "ship-order", new StartupCache(home.resolve("cache"), StartupCache.Use.READ));
  }

  @Test
  void theFunctionsOfACheckoutAreTheModulesThatArePrograms() throws IOException {
    built("functions/ship-order/src/main/resources/application.properties");
    built("functions/greet-customer/src/main/resources/application.properties");
    built("functions/event-policy/src/main/resources/META-INF/microprofile-config.properties");

    assertThat(BuiltFunction.names(home)).containsExactly("greet-customer", "ship-order");
  }

  @Test
  void onThePlainJvmItReadsNoStartupCache() throws IOException {
    Path jar = built("functions/ship-order/target/quarkus-app/quarkus-run.jar");
    built("cache/ship-order");

    assertThat(function.command(Variant.JVM))
        .endsWith("-jar", jar.toString())
        .noneMatch(option -> option.contains("cache"));
    assertThat(function.parts(Variant.JVM)).containsExactly(jar.getParent());
  }

  @Test
  void withItsStartupCacheItReadsIt() throws IOException {
    Path jar = built("functions/ship-order/target/quarkus-app/quarkus-run.jar");
    Path cache = built("cache/ship-order");

    assertThat(function.command(Variant.AOT)).anyMatch(option -> option.endsWith("=" + cache));
    assertThat(function.parts(Variant.AOT)).containsExactly(jar.getParent(), cache);
  }

  @Test
  void aStartupCacheThatDoesNotFitIsNotTakenForOne() throws IOException {
    built("functions/ship-order/target/quarkus-app/quarkus-run.jar");
    built("cache/ship-order");

    assertThatThrownBy(() -> function.checked(Variant.AOT))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("ship-order, JVM, startup cache: there is one that does not fit (")
        .hasMessageEndingWith(
            "run ./orderflow after rm -r target/startup-cache, which trains another");
  }

  @Test
  void aNativeProgramNeedsNoJar() throws IOException {
    Path binary = built("functions/ship-order/target/ship-order-1.0.0-runner");
    assertThat(binary.toFile().setExecutable(true)).isTrue();

    assertThat(function.command(Variant.NATIVE)).containsExactly(binary.toString());
  }

  @Test
  void whatIsNotBuiltIsNamedWithWhatBuildsIt() throws IOException {
    assertThatThrownBy(() -> function.command(Variant.JVM))
        .hasMessage("ship-order, JVM: mvn package -DskipTests -pl functions/ship-order -am");
    assertThatThrownBy(() -> function.command(Variant.NATIVE))
        .hasMessageContaining("mvn -Pnative package");
    built("functions/ship-order/target/quarkus-app/quarkus-run.jar");
    assertThatThrownBy(() -> function.command(Variant.AOT))
        .hasMessage("ship-order, JVM, startup cache: run ./orderflow, which trains it");
  }

  private Path built(String file) throws IOException {
    Path path = home.resolve(file);
    Files.createDirectories(path.getParent());
    return Files.writeString(path, "");
  }
}
