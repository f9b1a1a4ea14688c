package com.example.orderflow.wiringcheck.manifest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads YAML, with the line of everything in it. */
public final class YamlDocuments {
  private YamlDocuments() {}

  /** The documents of a file that hold anything. */
  public static List<Node> in(Path file) {
    try {
      return in(file.toString(), Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The documents of a text that hold anything; {@code file} is where it comes from. */
  public static List<Node> in(String file, String text) {
    List<Node> documents = new ArrayList<>();
    try {
      for (org.yaml.snakeyaml.nodes.Node node :
          new Yaml().composeAll(new java.io.StringReader(text))) {
        if (node instanceof MappingNode || node instanceof SequenceNode) {
          documents.add(read(file, node));
        }
      }
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      throw new ManifestException("%s:%d: no YAML: %s".formatted(file, line, e.getProblem()));
    }
    return documents;
  }

  private static Node read(String file, org.yaml.snakeyaml.nodes.Node node) {
    Place place = new Place(file, node.getStartMark().getLine() + 1);
    return switch (node) {
      case MappingNode mapping -> {
        Map<String, Node> entries = new LinkedHashMap<>();
        for (NodeTuple entry : mapping.getValue()) {
          String name = ((ScalarNode) entry.getKeyNode()).getValue();
          // A mapping below a field begins a line later than the field that somebody looks for.
          Place named = new Place(file, entry.getKeyNode().getStartMark().getLine() + 1);
          if (entries.put(name, at(named, read(file, entry.getValueNode()))) != null) {
            throw new ManifestException("%s: the field \"%s\" stands twice".formatted(named, name));
          }
        }
        yield new Node.Fields(place, entries);
      }
      case SequenceNode sequence ->
          new Node.Items(
              place, sequence.getValue().stream().map(item -> read(file, item)).toList());
      case ScalarNode scalar -> new Node.Scalar(place, scalar.getValue(), value(scalar));
      default ->
          throw new ManifestException("%s: no YAML that a manifest may hold".formatted(place));
    };
  }

  private static Node at(Place place, Node node) {
    return switch (node) {
      case Node.Fields fields -> new Node.Fields(place, fields.entries());
      case Node.Items items -> new Node.Items(place, items.nodes());
      case Node.Scalar scalar -> scalar;
    };
  }

  private static Object value(ScalarNode scalar) {
    return new Values().of(scalar);
  }

  /** What a scalar means by YAML's own rules: {@code 8080} a number, {@code "8080"} a text. */
  private static final class Values extends SafeConstructor {
    Values() {
      super(new LoaderOptions());
    }

    Object of(ScalarNode scalar) {
      return constructObject(scalar);
    }
  }
}
