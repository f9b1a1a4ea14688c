package com.example.orderflow.loadtester.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A YAML file as JSON that remembers the line of every field. */
final class ScenarioDocument {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String ROOT = "$";

  private final Path file;
  private final Map<String, Integer> lines = new HashMap<>();
  private final List<String> faults = new ArrayList<>();
  private final JsonNode json;

  private ScenarioDocument(Path file, Node root) {
    this.file = file;
    this.json = root == null ? JSON.missingNode() : node(root, ROOT);
  }

  static ScenarioDocument read(Path file) throws IOException {
    try (Reader reader = Files.newBufferedReader(file)) {
      return new ScenarioDocument(file, new Yaml().compose(reader));
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      throw new ScenarioException(
          List.of("%s:%d: no YAML: %s".formatted(file, line, e.getProblem())));
    }
  }

  JsonNode json() {
    return json;
  }

  /**
   * Notes a fault.
   *
   * @param path of the field, such as {@code $.load[0].constant.rate}
   */
  void fault(String path, String rule) {
    String field = path.equals(ROOT) ? "the scenario" : path.substring(ROOT.length() + 1);
    faults.add("%s:%d: %s: %s".formatted(file, lines.getOrDefault(path, 1), field, rule));
  }

  /**
   * @throws ScenarioException with every fault, when there is any
   */
  void throwIfFaulty() {
    if (!faults.isEmpty()) {
      throw new ScenarioException(List.copyOf(faults));
    }
  }

  private JsonNode node(Node node, String path) {
    lines.putIfAbsent(path, node.getStartMark().getLine() + 1);
    return switch (node) {
      case MappingNode mapping -> object(mapping, path);
      case SequenceNode sequence -> array(sequence, path);
      case ScalarNode scalar -> scalar(scalar);
      default -> throw new IllegalStateException("a YAML node is one of three");
    };
  }

  private ObjectNode object(MappingNode mapping, String path) {
    ObjectNode object = JSON.objectNode();
    for (NodeTuple entry : mapping.getValue()) {
      String name =
          entry.getKeyNode() instanceof ScalarNode key
              ? key.getValue()
              : entry.getKeyNode().toString();
      String field = path + "." + name;
      lines.put(field, entry.getKeyNode().getStartMark().getLine() + 1);
      if (object.has(name)) {
        fault(field, "stands twice");
      }
      object.set(name, node(entry.getValueNode(), field));
    }
    return object;
  }

  private ArrayNode array(SequenceNode sequence, String path) {
    ArrayNode array = JSON.arrayNode();
    for (Node element : sequence.getValue()) {
      array.add(node(element, "%s[%d]".formatted(path, array.size())));
    }
    return array;
  }

  /** As YAML's core schema reads it. */
  private static JsonNode scalar(ScalarNode scalar) {
    Object value = new Scalars().of(scalar);
    return switch (value) {
      case null -> JSON.nullNode();
      case Boolean truth -> JSON.booleanNode(truth);
      case Integer number -> JSON.numberNode(number);
      case Long number -> JSON.numberNode(number);
      case Double number -> JSON.numberNode(number);
      default -> JSON.textNode(scalar.getValue());
    };
  }

  private static final class Scalars extends SafeConstructor {
    Scalars() {
      super(new LoaderOptions());
    }

    Object of(ScalarNode scalar) {
      return constructObject(scalar);
    }
  }
}
