package com.example.orderflow.wiringcheck.manifest;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/**
 * A patch of a kustomization: an object to lay over another of its name, {@code $patch: delete}, or
 * a list of operations (RFC 6902) for a target.
 */
record Patch(Predicate<Resource> target, Node change) {
  private static final String DELETE = "$patch";

  /** Reads an entry of {@code patches}: a {@code path} or an inline {@code patch}. */
  static Patch read(Path folder, Node entry) {
    Node change =
        entry
            .text("path")
            .map(file -> YamlDocuments.in(folder.resolve(file)))
            .orElseGet(
                () ->
                    YamlDocuments.in(
                        entry.place().file(),
                        "\n".repeat(entry.placeOf("patch").line())
                            + entry.text("patch").orElse("")))
            .stream()
            .findFirst()
            .orElseThrow(
                () -> new ManifestException("%s: an empty patch".formatted(entry.place())));
    return new Patch(
        entry.at("target").map(Patch::selects).orElseGet(() -> sameAs(change)), change);
  }

  List<Resource> apply(List<Resource> resources) {
    if (resources.stream().noneMatch(target)) {
      throw new ManifestException(
          "%s: the patch changes nothing: no object is its target".formatted(change.place()));
    }
    return resources.stream()
        .filter(resource -> !(deletes() && target.test(resource)))
        .map(resource -> target.test(resource) ? resource.with(changed(resource)) : resource)
        .toList();
  }

  private boolean deletes() {
    return change.text(DELETE).filter("delete"::equals).isPresent();
  }

  private Node.Fields changed(Resource resource) {
    return switch (change) {
      case Node.Items operations -> {
        Node.Fields node = resource.node();
        for (Node operation : operations.nodes()) {
          node = (Node.Fields) Operation.read(operation).apply(node);
        }
        yield node;
      }
      case Node.Fields fields -> Merge.over(resource.node(), fields);
      case Node.Scalar scalar ->
          throw new ManifestException("%s: no patch".formatted(scalar.place()));
    };
  }

  private static Predicate<Resource> sameAs(Node change) {
    Resource object = Resource.of(change);
    return resource ->
        resource.group().equals(object.group())
            && resource.kind().equals(object.kind())
            && resource.name().equals(object.name());
  }

  private static Predicate<Resource> selects(Node target) {
    return resource ->
        target.text("group").map(resource.group()::equals).orElse(true)
            && target.text("kind").map(resource.kind()::equals).orElse(true)
            && target.text("name").map(resource.name()::matches).orElse(true);
  }
}
