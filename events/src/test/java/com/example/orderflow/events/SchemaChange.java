package com.example.orderflow.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What changed between a published schema and the present one, as far as somebody could notice.
 *
 * <p>Readers and emitters of a published version are out of reach, so it stays as it is: only its
 * prose may change, and a property that nobody has to send may be added. Everything else breaks one
 * of the two: less allowed breaks emitters, more allowed (or less required) breaks readers.
 */
final class SchemaChange {
  private static final Set<String> PROSE = Set.of("title", "description", "$comment", "examples");

  private final List<String> breaks = new ArrayList<>();

  private SchemaChange() {}

  static List<String> breaks(JsonNode published, JsonNode present) {
    SchemaChange change = new SchemaChange();
    change.compareSchemas("", published, present);
    return change.breaks;
  }

  private void compareSchemas(String path, JsonNode published, JsonNode present) {
    for (String keyword : names(published, present)) {
      String place = path + "/" + keyword;
      JsonNode before = published.path(keyword);
      JsonNode now = present.path(keyword);
      switch (keyword) {
        case "properties" -> compareProperties(place, before, now);
        case "items" -> compareSchemas(place, before, now);
        case "required", "type", "enum" -> compareSets(place, before, now);
        default -> {
          if (!PROSE.contains(keyword) && !before.equals(now)) {
            breaks.add("%s was %s, now %s".formatted(place, shown(before), shown(now)));
          }
        }
      }
    }
  }

  private void compareProperties(String path, JsonNode published, JsonNode present) {
    for (String name : names(published)) {
      if (present.has(name)) {
        compareSchemas(path + "/" + name, published.get(name), present.get(name));
      } else {
        breaks.add("%s/%s was removed".formatted(path, name));
      }
    }
  }

  private void compareSets(String path, JsonNode published, JsonNode present) {
    if (!elements(published).equals(elements(present))) {
      breaks.add("%s was %s, now %s".formatted(path, shown(published), shown(present)));
    }
  }

  private static Set<String> names(JsonNode... objects) {
    Set<String> names = new TreeSet<>();
    for (JsonNode object : objects) {
      object.fieldNames().forEachRemaining(names::add);
    }
    return names;
  }

  private static Set<String> elements(JsonNode node) {
    Set<String> elements = new TreeSet<>();
    if (node.isArray()) {
      node.forEach(element -> elements.add(element.toString()));
    } else if (!node.isMissingNode()) {
      elements.add(node.toString());
    }
    return elements;
  }

  private static String shown(JsonNode node) {
    return node.isMissingNode() ? "absent" : node.toString();
  }
}
