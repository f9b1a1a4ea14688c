package com.example.orderflow.localplatform.manifest;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A place in a manifest, with its file, line and field.
 *
 * <p>A mapping remembers which of its fields were asked for. What nobody asked for is not
 * interpreted, and {@link #refuseTheRest()} says so: the local platform never passes over in
 * silence what a cluster would act upon.
 */
final class ManifestNode {
  private final Path file;
  private final String field;
  private final Node node;
  private final Map<String, ManifestNode> unread = new LinkedHashMap<>();

  private ManifestNode(Path file, String field, Node node) {
    this.file = file;
    this.field = field;
    this.node = node;
    if (node instanceof MappingNode mapping) {
      for (NodeTuple entry : mapping.getValue()) {
        String name = ((ScalarNode) entry.getKeyNode()).getValue();
        String path = field.isEmpty() ? name : field + "." + name;
        if (unread.put(name, new ManifestNode(file, path, entry.getValueNode())) != null) {
          throw refuse("stands twice: " + name);
        }
      }
    }
  }

  /** The YAML documents of a file, in order; empty ones are left out. */
  static List<ManifestNode> documents(Path file) {
    List<ManifestNode> documents = new ArrayList<>();
    try (Reader reader = Files.newBufferedReader(file)) {
      for (Node node : new Yaml().composeAll(reader)) {
        if (node instanceof MappingNode) {
          documents.add(new ManifestNode(file, "", node));
        }
      }
      return documents;
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
      throw new ManifestException("%s:%d: no YAML: %s".formatted(file, line, e.getProblem()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  ManifestNode field(String name) {
    return optional(name).orElseThrow(() -> refuse("%s is missing".formatted(name)));
  }

  Optional<ManifestNode> optional(String name) {
    if (!(node instanceof MappingNode)) {
      throw refuse("is no mapping");
    }
    return Optional.ofNullable(unread.remove(name));
  }

  /**
   * Reads a field and does nothing with it.
   *
   * @param because why it means nothing on one machine; documents the call
   */
  @SuppressWarnings("unused")
  void accept(String name, String because) {
    optional(name);
  }

  /** Like {@link #field} for a text that has to be this one. */
  void expect(String name, String expected) {
    field(name).expect(expected);
  }

  /** Refuses any other text. */
  void expect(String expected) {
    if (!text().equals(expected)) {
      throw refuse(
          "\"%s\" is not interpreted; the local platform knows \"%s\"".formatted(text(), expected));
    }
  }

  String text() {
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    throw refuse("is no text");
  }

  int integer(int least, int most) {
    try {
      int value = Integer.parseInt(text());
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException e) {
      // falls through to the same refusal
    }
    throw refuse("\"%s\" is no whole number from %d to %d".formatted(text(), least, most));
  }

  List<ManifestNode> items() {
    if (!(node instanceof SequenceNode sequence)) {
      throw refuse("is no list");
    }
    List<ManifestNode> items = new ArrayList<>();
    for (Node item : sequence.getValue()) {
      items.add(new ManifestNode(file, "%s[%d]".formatted(field, items.size()), item));
    }
    return items;
  }

  /** All fields that nobody has asked for yet; afterwards there are none. */
  Map<String, ManifestNode> entries() {
    if (!(node instanceof MappingNode)) {
      throw refuse("is no mapping");
    }
    Map<String, ManifestNode> entries = new LinkedHashMap<>(unread);
    unread.clear();
    return entries;
  }

  /** All fields, which are texts. */
  Map<String, String> texts() {
    Map<String, String> texts = new LinkedHashMap<>();
    entries().forEach((name, value) -> texts.put(name, value.text()));
    return texts;
  }

  void refuseTheRest() {
    unread.values().stream()
        .findFirst()
        .ifPresent(
            rest -> {
              throw rest.refuse("is not interpreted by the local platform");
            });
  }

  Path file() {
    return file;
  }

  ManifestException refuse(String reason) {
    int line = node.getStartMark().getLine() + 1;
    return new ManifestException(
        "%s:%d: %s: %s".formatted(file, line, field.isEmpty() ? "document" : field, reason));
  }
}
