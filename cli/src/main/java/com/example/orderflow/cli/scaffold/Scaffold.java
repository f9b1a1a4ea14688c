package com.example.orderflow.cli.scaffold;

import com.example.orderflow.events.EventType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A function with all that has to know of it. */
public final class Scaffold {
  /** Beside this function the new one stands everywhere; it has neither database nor client. */
  static final String MODEL = EventType.Source.VALIDATE_ORDER;

  private Scaffold() {}

  /**
   * Works out what is to be written.
   *
   * @param home the checkout
   * @throws IllegalStateException when the name is taken, or a place is not as it is known here
   */
  public static Changes of(NewFunction function, Path home) throws IOException {
    refuseTaken(function.name(), home);
    Changes changes = new Changes(home);
    ModuleFiles.add(function, changes);
    ManifestFiles.add(function, changes);
    ChartFiles.add(function, changes);
    return changes;
  }

  private static void refuseTaken(String name, Path home) throws IOException {
    Pattern manifest = Pattern.compile("\\d\\d\\.[A-Za-z]+\\." + name + "\\.yaml");
    try (Stream<Path> manifests = Files.list(home.resolve(ManifestFiles.FOLDER))) {
      Stream.concat(
              Stream.of(home.resolve("functions").resolve(name), home.resolve(name))
                  .filter(Files::exists),
              manifests.filter(file -> manifest.matcher(file.getFileName().toString()).matches()))
          .findFirst()
          .ifPresent(
              taken -> {
                throw new IllegalStateException(
                    "the name %s is taken, by %s; choose another"
                        .formatted(name, home.relativize(taken)));
              });
    }
  }
}
