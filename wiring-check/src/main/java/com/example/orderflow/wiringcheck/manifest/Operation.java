package com.example.orderflow.wiringcheck.manifest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One step of a JSON patch: {@code add}, {@code replace} or {@code remove}.
 *
 * @param path the fields on the way, the last one is what changes
 */
record Operation(Place place, String op, List<String> path, Node value) {

  static Operation read(Node node) {
    String op = node.text("op").orElse("");
    if (!List.of("add", "replace", "remove").contains(op)) {
      throw new ManifestException(
          "%s: op is \"%s\"; add, replace and remove are interpreted here"
              .formatted(node.place(), op));
    }
    List<String> path =
        List.of(node.text("path").orElse("").substring(1).split("/")).stream()
            .map(step -> step.replace("~1", "/").replace("~0", "~"))
            .toList();
    return new Operation(node.place(), op, path, node.at("value").orElse(null));
  }

  Node apply(Node node) {
    return apply(node, path);
  }

  private Node apply(Node node, List<String> rest) {
    String step = rest.getFirst();
    boolean last = rest.size() == 1;
    return switch (node) {
      case Node.Fields fields -> {
        Map<String, Node> entries = new LinkedHashMap<>(fields.entries());
        if (!last) {
          entries.put(step, apply(there(fields, step), rest.subList(1, rest.size())));
        } else if (op.equals("remove")) {
          entries.remove(step);
        } else {
          entries.put(step, value);
        }
        yield new Node.Fields(fields.place(), entries);
      }
      case Node.Items items -> {
        List<Node> nodes = new ArrayList<>(items.nodes());
        if (step.equals("-")) {
          nodes.add(value);
        } else if (!last) {
          nodes.set(
              Integer.parseInt(step), apply(there(items, step), rest.subList(1, rest.size())));
        } else if (op.equals("remove")) {
          nodes.remove(Integer.parseInt(step));
        } else if (op.equals("add")) {
          nodes.add(Integer.parseInt(step), value);
        } else {
          nodes.set(Integer.parseInt(step), value);
        }
        yield new Node.Items(items.place(), nodes);
      }
      case Node.Scalar scalar -> throw nothing(step);
    };
  }

  private Node there(Node node, String step) {
    return node.child(step).orElseThrow(() -> nothing(step));
  }

  private ManifestException nothing(String step) {
    return new ManifestException(
        "%s: the patch leads to nothing: there is no %s".formatted(place, step));
  }
}
