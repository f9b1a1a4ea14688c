package com.example.orderflow.wiringcheck.manifest;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** An entry of a kustomization's {@code images}: another registry, name or tag for an image. */
record ImageChange(String name, Optional<String> newName, Optional<String> newTag) {
  private static final String IMAGE = "image";

  static ImageChange read(Node entry) {
    return new ImageChange(
        entry
            .text("name")
            .orElseThrow(
                () ->
                    new ManifestException("%s: images: name is missing".formatted(entry.place()))),
        entry.text("newName"),
        entry.text("newTag"));
  }

  Resource apply(Resource resource) {
    return resource.with((Node.Fields) apply(resource.node()));
  }

  private Node apply(Node node) {
    return switch (node) {
      case Node.Fields fields -> {
        Map<String, Node> entries = new LinkedHashMap<>();
        fields
            .entries()
            .forEach(
                (field, value) ->
                    entries.put(
                        field,
                        field.equals(IMAGE) && value instanceof Node.Scalar image
                            ? changed(image)
                            : apply(value)));
        yield new Node.Fields(fields.place(), entries);
      }
      case Node.Items items ->
          new Node.Items(items.place(), items.nodes().stream().map(this::apply).toList());
      case Node.Scalar scalar -> scalar;
    };
  }

  private Node changed(Node.Scalar image) {
    int colon = image.text().lastIndexOf(':');
    boolean hasTag = colon > image.text().lastIndexOf('/');
    String repository = hasTag ? image.text().substring(0, colon) : image.text();
    if (!repository.equals(name)) {
      return image;
    }
    String tag = newTag.orElse(hasTag ? image.text().substring(colon + 1) : "latest");
    String text = newName.orElse(name) + ":" + tag;
    return new Node.Scalar(image.place(), text, text);
  }
}
