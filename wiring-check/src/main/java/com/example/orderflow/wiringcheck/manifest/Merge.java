package com.example.orderflow.wiringcheck.manifest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lays one node over another: fields are merged, null removes a field, lists of named things (such
 * as containers) are merged by name, other lists are replaced.
 */
final class Merge {
  private Merge() {}

  static Node.Fields over(Node.Fields under, Node.Fields patch) {
    Map<String, Node> merged = new LinkedHashMap<>(under.entries());
    patch
        .entries()
        .forEach(
            (name, node) -> {
              if (node instanceof Node.Scalar scalar && scalar.plain() == null) {
                merged.remove(name);
              } else {
                merged.merge(name, node, Merge::node);
              }
            });
    return new Node.Fields(under.place(), merged);
  }

  private static Node node(Node under, Node patch) {
    if (under instanceof Node.Fields below && patch instanceof Node.Fields above) {
      return over(below, above);
    }
    if (under instanceof Node.Items below && patch instanceof Node.Items above && isNamed(above)) {
      return named(below, above);
    }
    return patch;
  }

  private static boolean isNamed(Node.Items items) {
    return !items.nodes().isEmpty()
        && items.nodes().stream().allMatch(item -> item.text("name").isPresent());
  }

  private static Node named(Node.Items under, Node.Items patch) {
    List<Node> merged = new ArrayList<>(under.nodes());
    for (Node item : patch.nodes()) {
      Optional<Node> same =
          merged.stream().filter(other -> other.text("name").equals(item.text("name"))).findFirst();
      if (same.isPresent()) {
        merged.set(merged.indexOf(same.get()), node(same.get(), item));
      } else {
        merged.add(item);
      }
    }
    return new Node.Items(under.place(), merged);
  }
}
