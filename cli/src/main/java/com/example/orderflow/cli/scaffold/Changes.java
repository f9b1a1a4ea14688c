package com.example.orderflow.cli.scaffold;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What is to become of a checkout: all of it is worked out before the first file is written. */
public final class Changes {
  private final Path home;
  private final Map<String, String> files = new LinkedHashMap<>();

  Changes(Path home) {
    this.home = home;
  }

  /**
   * A new file.
   *
   * @param path from the checkout's root
   */
  void create(String path, String text) {
    if (Files.exists(home.resolve(path))) {
      throw new IllegalStateException(path + " is there already; take another name, or remove it");
    }
    files.put(path, text);
  }

  /**
   * Replaces the first place of a file where a pattern is found.
   *
   * @param replaced of what was found
   */
  void change(String path, Pattern place, UnaryOperator<String> replaced) throws IOException {
    String text = files.containsKey(path) ? files.get(path) : read(path);
    Matcher found = place.matcher(text);
    if (!found.find()) {
      throw new IllegalStateException(
          "%s: nothing there is like /%s/, beside which the new function would stand; nothing was changed"
              .formatted(path, place));
    }
    files.put(
        path,
        text.substring(0, found.start())
            + replaced.apply(found.group())
            + text.substring(found.end()));
  }

  /** Puts what a file says of the model, found by a pattern, behind it for another function. */
  void copyModel(String path, String place, NewFunction function) throws IOException {
    change(
        path,
        Pattern.compile(place),
        found -> found + found.replace(Scaffold.MODEL, function.name()));
  }

  String read(String path) throws IOException {
    return Files.readString(home.resolve(path));
  }

  /** The names of the files in a folder. */
  Set<String> names(String folder) throws IOException {
    try (var files = Files.list(home.resolve(folder))) {
      return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
    }
  }

  /** The files' paths, from the checkout's root; true for those that are new. */
  public Map<String, Boolean> paths() {
    Map<String, Boolean> paths = new LinkedHashMap<>();
    files.keySet().forEach(path -> paths.put(path, Files.notExists(home.resolve(path))));
    return paths;
  }

  public void write() throws IOException {
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = home.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
  }
}
