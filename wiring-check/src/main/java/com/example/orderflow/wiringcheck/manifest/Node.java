package com.example.orderflow.wiringcheck.manifest;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A part of a manifest that knows where it stands, also after patches were laid over it. */
public sealed interface Node {
  Place place();

  /** As Jackson and Java see it: map, list, text, number, boolean or null. */
  Object plain();

  /** The node at the end of these fields; a number picks from a list. */
  default Optional<Node> at(String... path) {
    Optional<Node> node = Optional.of(this);
    for (String step : path) {
      node = node.flatMap(found -> found.child(step));
    }
    return node;
  }

  /** The text at the end of these fields; of a number or boolean, as it is written. */
  default Optional<String> text(String... path) {
    return at(path).filter(Scalar.class::isInstance).map(node -> ((Scalar) node).text());
  }

  /** The items of the list at the end of these fields; none when there is no list. */
  default List<Node> items(String... path) {
    return at(path)
        .filter(Items.class::isInstance)
        .map(node -> ((Items) node).nodes())
        .orElse(List.of());
  }

  /** The texts of the mapping at the end of these fields; none when there is no mapping. */
  default Map<String, String> texts(String... path) {
    Map<String, String> texts = new LinkedHashMap<>();
    if (at(path).orElse(null) instanceof Fields fields) {
      fields
          .entries()
          .keySet()
          .forEach(name -> fields.text(name).ifPresent(text -> texts.put(name, text)));
    }
    return texts;
  }

  /** The place of the last of these fields that is there. */
  default Place placeOf(String... path) {
    Node node = this;
    for (String step : path) {
      Optional<Node> next = node.child(step);
      if (next.isEmpty()) {
        break;
      }
      node = next.get();
    }
    return node.place();
  }

  Optional<Node> child(String step);

  /** This node and all below it. */
  Stream<Node> all();

  /**
   * A text, number, boolean or null.
   *
   * @param text as it is written
   */
  record Scalar(Place place, String text, Object plain) implements Node {
    @Override
    public Optional<Node> child(String step) {
      return Optional.empty();
    }

    @Override
    public Stream<Node> all() {
      return Stream.of(this);
    }
  }

  /** A list. */
  record Items(Place place, List<Node> nodes) implements Node {
    public Items {
      nodes = List.copyOf(nodes);
    }

    @Override
    public Object plain() {
      return nodes.stream().map(Node::plain).toList();
    }

    @Override
    public Optional<Node> child(String step) {
      return step.matches("\\d+") && Integer.parseInt(step) < nodes.size()
          ? Optional.of(nodes.get(Integer.parseInt(step)))
          : Optional.empty();
    }

    @Override
    public Stream<Node> all() {
      return Stream.concat(Stream.of(this), nodes.stream().flatMap(Node::all));
    }
  }

  /** A mapping; its order is that of the file. */
  record Fields(Place place, Map<String, Node> entries) implements Node {
    public Fields {
      entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    @Override
    public Object plain() {
      Map<String, Object> plain = new LinkedHashMap<>();
      entries.forEach((name, node) -> plain.put(name, node.plain()));
      return plain;
    }

    @Override
    public Optional<Node> child(String step) {
      return Optional.ofNullable(entries.get(step));
    }

    @Override
    public Stream<Node> all() {
      return Stream.concat(Stream.of(this), entries.values().stream().flatMap(Node::all));
    }

    Fields with(String name, Node node) {
      Map<String, Node> changed = new LinkedHashMap<>(entries);
      changed.put(name, node);
      return new Fields(place, changed);
    }
  }
}
