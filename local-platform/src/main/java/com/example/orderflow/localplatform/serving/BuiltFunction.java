package com.example.orderflow.localplatform.serving;

import com.example.orderflow.localplatform.process.CacheFit;
import com.example.orderflow.localplatform.process.StartupCache;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A function of the checkout, in each way in which it may be built.
 *
 * <pre>
 *   functions/NAME/target
 *     ├─ quarkus-app/quarkus-run.jar ──────────────── jvm
 *     │      └─ target/startup-cache/JDK/NAME ─────── aot
 *     └─ *-runner ─────────────────────────────────── native
 * </pre>
 *
 * @param home the checkout
 */
public record BuiltFunction(Path home, String name, StartupCache cache) {
  private static final String PROPERTIES = "src/main/resources/application.properties";

  private static final String RETRAIN =
      "run ./orderflow after rm -r target/startup-cache, which trains another";

  /**
   * The names of a checkout's functions, built or not. The library that they share is no program,
   * and so has no properties of one.
   */
  public static List<String> names(Path home) throws IOException {
    Path functions = home.resolve("functions");
    if (Files.notExists(functions)) {
      return List.of(); // an image has the command line without them
    }
    try (Stream<Path> modules = Files.list(functions)) {
      return modules
          .filter(module -> Files.exists(module.resolve(PROPERTIES)))
          .map(module -> module.getFileName().toString())
          .sorted()
          .toList();
    }
  }

  /** Whether this checkout has such a function, built or not. */
  public boolean exists() {
    return Files.isDirectory(home.resolve("functions").resolve(name));
  }

  /**
   * The program and its arguments.
   *
   * @throws IOException when it is not built so; the message says how to build it
   */
  public List<String> command(Variant variant) throws IOException {
    return switch (variant) {
      case JVM -> BuiltPrograms.function(jar(), List.of());
      case AOT -> BuiltPrograms.function(jar(), cached());
      case NATIVE -> List.of(binary().toString());
    };
  }

  /**
   * As {@link #command}, but also sees whether a JVM would read its startup cache.
   *
   * @throws IOException when it is not built so, or not any more
   */
  public List<String> checked(Variant variant) throws IOException, InterruptedException {
    List<String> command = command(variant);
    if (variant == Variant.AOT) {
      Optional<String> misfit = CacheFit.misfit(command);
      if (misfit.isPresent()) {
        throw new IOException(
            "%s, %s: there is one that does not fit (%s); %s"
                .formatted(name, variant.title(), misfit.get(), RETRAIN));
      }
    }
    return command;
  }

  /** What the program consists of: files, and folders with all that is in them. */
  public List<Path> parts(Variant variant) throws IOException {
    return switch (variant) {
      case JVM -> List.of(jar().getParent());
      case AOT -> List.of(jar().getParent(), cache.folder().resolve(name));
      case NATIVE -> List.of(binary());
    };
  }

  private Path target() {
    return home.resolve("functions").resolve(name).resolve("target");
  }

  private Path jar() throws IOException {
    Path jar = target().resolve("quarkus-app/quarkus-run.jar");
    if (Files.notExists(jar)) {
      throw new IOException(
          "%s, %s: mvn package -DskipTests -pl functions/%s -am"
              .formatted(name, Variant.JVM.title(), name));
    }
    return jar;
  }

  private List<String> cached() throws IOException {
    List<String> cached = cache.read(name);
    if (cached.isEmpty()) {
      throw new IOException(
          "%s, %s: run ./orderflow, which trains it".formatted(name, Variant.AOT.title()));
    }
    return cached;
  }

  private Path binary() throws IOException {
    return BuiltPrograms.binary(target())
        .orElseThrow(
            () ->
                new IOException(
                    "%s, %s: mvn -Pnative package -DskipTests -pl functions/%s -am"
                        .formatted(name, Variant.NATIVE.title(), name)));
  }
}
