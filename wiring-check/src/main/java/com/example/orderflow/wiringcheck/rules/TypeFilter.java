package com.example.orderflow.wiringcheck.rules;

import com.example.orderflow.wiringcheck.manifest.Node;
import com.example.orderflow.wiringcheck.manifest.Resource;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

/**
 * Which types of events a Trigger lets through. Only the attribute {@code type} is looked at: a
 * filter on another one, or in CESQL, may let anything through.
 */
final class TypeFilter {
  private static final String TYPE = "type";
  private static final Map<String, BiPredicate<String, String>> BY_TEXT =
      Map.of("exact", String::equals, "prefix", String::startsWith, "suffix", String::endsWith);

  private final Node trigger;

  TypeFilter(Resource trigger) {
    this.trigger = trigger.node();
  }

  /** Whether every event passes, whatever its type. */
  boolean isOpen() {
    return filters().isEmpty() && legacyType().isEmpty();
  }

  /** As Knative does it: {@code filters} take the place of {@code filter}. */
  boolean lets(String type) {
    if (!filters().isEmpty()) {
      return filters().stream().allMatch(filter -> passes(filter, type));
    }
    return legacyType().isEmpty() || legacyType().equals(type);
  }

  private List<Node> filters() {
    return trigger.items("spec", "filters");
  }

  private String legacyType() {
    return trigger.text("spec", "filter", "attributes", TYPE).orElse("");
  }

  private static boolean passes(Node filter, String type) {
    boolean texts =
        BY_TEXT.entrySet().stream()
            .allMatch(
                test ->
                    filter
                        .text(test.getKey(), TYPE)
                        .map(wanted -> test.getValue().test(type, wanted))
                        .orElse(true));
    List<Node> any = filter.items("any");
    return texts
        && filter.items("all").stream().allMatch(inner -> passes(inner, type))
        && (any.isEmpty() || any.stream().anyMatch(inner -> passes(inner, type)))
        && filter.at("not").map(inner -> !passes(inner, type)).orElse(true);
  }
}
