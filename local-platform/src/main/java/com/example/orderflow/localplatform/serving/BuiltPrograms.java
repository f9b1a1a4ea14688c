package com.example.orderflow.localplatform.serving;

import com.example.orderflow.localplatform.process.JavaProgram;
import com.example.orderflow.localplatform.process.StartupCache;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds the program of an image among the modules that build it.
 *
 * <pre>
 *   dev.local/NAME:TAG ─► functions/NAME/target or NAME/target
 *                           ├─ *-runner                    native, when newer than the jar
 *                           ├─ quarkus-app/quarkus-run.jar
 *                           └─ NAME.jar                    that names its libraries itself
 * </pre>
 */
public final class BuiltPrograms implements Programs {
  private static final Pattern IMAGE = Pattern.compile("dev\\.local/([a-z0-9-]+)(:[\\w.-]+)?");

  /** Keeps an instance near 100 MB. */
  private static final List<String> FUNCTION_HEAP = List.of("-Xms24m", "-Xmn8m", "-Xmx128m");

  /** Room for a backlog, and to collect young what an order leaves behind. */
  private static final List<String> SERVER_HEAP = List.of("-Xms40m", "-Xmn24m", "-Xmx256m");

  private final Path root;
  private final StartupCache cache;
  private volatile Optional<Variant> variant = Optional.empty();

  /**
   * @param root the folder with the modules
   */
  public BuiltPrograms(Path root, StartupCache cache) {
    this.root = root.toAbsolutePath();
    this.cache = cache;
  }

  @Override
  public List<String> command(ServiceSpec service, int slot) throws IOException {
    Optional<BuiltFunction> function = variant.flatMap(chosen -> function(service));
    return function.isPresent()
        ? function.get().command(variant.orElseThrow())
        : command(service.name(), service.image(), slot, FUNCTION_HEAP);
  }

  /**
   * Functions that start from now on run so.
   *
   * @param chosen empty for what is built last, with its startup cache
   */
  void use(Optional<Variant> chosen) {
    variant = chosen;
  }

  /** The function of this checkout that a Service runs, if it runs one. */
  Optional<BuiltFunction> function(ServiceSpec service) {
    return Optional.of(IMAGE.matcher(service.image()))
        .filter(Matcher::matches)
        .map(image -> new BuiltFunction(root, image.group(1), cache))
        .filter(BuiltFunction::exists);
  }

  /** The program of a server of which there is one, and which runs all the time. */
  public List<String> server(String name, String image) throws IOException {
    return command(name, image, 1, SERVER_HEAP);
  }

  /**
   * How a function runs on the JVM.
   *
   * @param cached options of the startup cache, or none
   */
  public static List<String> function(Path jar, List<String> cached) {
    return java(jar, FUNCTION_HEAP, cached);
  }

  private List<String> command(String name, String image, int slot, List<String> heap)
      throws IOException {
    Matcher local = IMAGE.matcher(image);
    if (!local.matches()) {
      throw new IOException(
          "image %s of %s: only images of this project run here: dev.local/NAME:TAG"
              .formatted(image, name));
    }
    String program = local.group(1);
    for (Path module : List.of(root.resolve("functions").resolve(program), root.resolve(program))) {
      List<String> cached = slot == 1 ? cache.options(program) : cache.read(program);
      Optional<List<String>> command =
          built(module.resolve("target"), program, jar -> java(jar, heap, cached));
      if (command.isPresent()) {
        return command.get();
      }
    }
    throw new IOException(
        "image %s of %s is not built: run mvn package in %s".formatted(image, name, root));
  }

  private static Optional<List<String>> built(
      Path target, String program, Function<Path, List<String>> java) throws IOException {
    Path quarkus = target.resolve("quarkus-app").resolve("quarkus-run.jar");
    Path jar = Files.exists(quarkus) ? quarkus : target.resolve(program + ".jar");
    Optional<Path> binary = binary(target);
    if (binary.isPresent() && (Files.notExists(jar) || isNewer(binary.get(), jar))) {
      return Optional.of(List.of(binary.get().toString()));
    }
    return Files.exists(jar) ? Optional.of(java.apply(jar)) : Optional.empty();
  }

  /**
   * The native program of a module, if one is built.
   *
   * @param target the module's folder of what is built
   */
  public static Optional<Path> binary(Path target) throws IOException {
    if (!Files.isDirectory(target)) {
      return Optional.empty();
    }
    try (DirectoryStream<Path> runners = Files.newDirectoryStream(target, "*-runner")) {
      for (Path runner : runners) {
        if (Files.isRegularFile(runner) && Files.isExecutable(runner)) {
          return Optional.of(runner);
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isNewer(Path file, Path than) throws IOException {
    return Files.getLastModifiedTime(file).compareTo(Files.getLastModifiedTime(than)) > 0;
  }

  /**
   * Measured with validate-order on 2 cores, CPU time from start to first answer, then of one warm
   * request: 2.3 s, 0.7 to 1.0 ms with the JVM's defaults; 1.5 s, 0.3 ms with the first compiler
   * only, which is done before a run of some thousand events is over; 0.75 s with a startup cache
   * too.
   */
  private static List<String> java(Path jar, List<String> heap, List<String> cached) {
    return Stream.of(
            List.of(JavaProgram.JAVA.toString()),
            heap,
            List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError"),
            cached,
            List.of("-jar", jar.toString()))
        .flatMap(List::stream)
        .toList();
  }
}
