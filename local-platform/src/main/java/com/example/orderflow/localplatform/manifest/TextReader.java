package com.example.orderflow.localplatform.manifest;

import com.example.orderflow.localplatform.argo.Text;
import com.example.orderflow.localplatform.argo.WorkflowTemplateSpec.NamedText;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Reads texts of a WorkflowTemplate, and refuses names that will have no value. */
final class TextReader {
  private TextReader() {}

  static Text read(ManifestNode node, Set<String> known) {
    return read(node, Text::read, known);
  }

  static Text expression(ManifestNode node, Set<String> known) {
    return read(node, Text::ofExpression, known);
  }

  /** Texts with a name: parameters, headers. */
  static List<NamedText> named(ManifestNode list, Set<String> known) {
    return list.items().stream()
        .map(
            item -> {
              NamedText text =
                  new NamedText(item.field("name").text(), read(item.field("value"), known));
              item.refuseTheRest();
              return text;
            })
        .toList();
  }

  private static Text read(ManifestNode node, Function<String, Text> reader, Set<String> known) {
    Text text;
    try {
      text = reader.apply(node.text());
    } catch (IllegalArgumentException e) {
      throw node.refuse(e.getMessage());
    }
    Set<String> unknown = new TreeSet<>(text.names());
    unknown.removeAll(known);
    if (!unknown.isEmpty()) {
      throw node.refuse("%s will have no value here".formatted(unknown));
    }
    return text;
  }
}
