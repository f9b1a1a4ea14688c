package com.example.orderflow.localplatform.manifest;

import com.example.orderflow.localplatform.eventing.EventFilter;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a Trigger's {@code filter} and {@code filters}; where both stand, {@code filters} counts.
 */
final class FilterReader {

  private FilterReader() {}

  static EventFilter read(ManifestNode trigger) {
    Optional<EventFilter> attributes = trigger.optional("filter").map(FilterReader::attributes);
    Optional<EventFilter> filters = trigger.optional("filters").map(FilterReader::all);
    return filters.or(() -> attributes).orElse(EventFilter.EVERY_EVENT);
  }

  private static EventFilter attributes(ManifestNode filter) {
    EventFilter exact = new EventFilter.Exact(filter.field("attributes").texts());
    filter.refuseTheRest();
    return exact;
  }

  private static EventFilter all(ManifestNode filters) {
    return new EventFilter.All(list(filters));
  }

  private static List<EventFilter> list(ManifestNode filters) {
    return filters.items().stream().map(FilterReader::dialect).toList();
  }

  private static EventFilter dialect(ManifestNode filter) {
    Map<String, ManifestNode> entries = filter.entries();
    if (entries.size() != 1) {
      throw filter.refuse("has %s; a filter has one dialect".formatted(entries.keySet()));
    }
    String name = entries.keySet().iterator().next();
    ManifestNode value = entries.get(name);
    return switch (name) {
      case "exact" -> new EventFilter.Exact(value.texts());
      case "prefix" -> new EventFilter.Prefix(value.texts());
      case "suffix" -> new EventFilter.Suffix(value.texts());
      case "all" -> all(value);
      case "any" -> new EventFilter.Any(list(value));
      case "not" -> new EventFilter.Not(dialect(value));
      case "cesql" -> ceSql(value);
      default -> throw value.refuse("is no filter dialect that is interpreted");
    };
  }

  private static EventFilter ceSql(ManifestNode expression) {
    try {
      return new EventFilter.CeSql(expression.text());
    } catch (IllegalArgumentException e) {
      throw expression.refuse(e.getMessage());
    }
  }
}
