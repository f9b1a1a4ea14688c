package com.example.orderflow.localplatform.argo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which workflows a list is of: {@code name=value,name!=value}. Three labels are Argo's own, and
 * stand in columns.
 */
final class LabelSelector {
  static final String TEMPLATE = "workflows.argoproj.io/workflow-template";
  static final String COMPLETED = "workflows.argoproj.io/completed";
  static final String PHASE = "workflows.argoproj.io/phase";

  private static final Pattern REQUIREMENT =
      Pattern.compile("\\s*([\\w./-]+)\\s*(!=|==?)\\s*([\\w.-]*)\\s*");

  private final List<Requirement> requirements = new ArrayList<>();

  private record Requirement(String label, boolean equal, String value) {}

  private LabelSelector() {}

  /**
   * Reads a selector.
   *
   * @throws IllegalArgumentException for one that is not interpreted
   */
  static LabelSelector read(String selector) {
    LabelSelector read = new LabelSelector();
    for (String requirement : selector.isBlank() ? new String[0] : selector.split(",", -1)) {
      Matcher matcher = REQUIREMENT.matcher(requirement);
      if (!matcher.matches()) {
        throw new IllegalArgumentException(
            "the label selector \"%s\" is not interpreted, only name=value and name!=value"
                .formatted(requirement));
      }
      read.requirements.add(
          new Requirement(matcher.group(1), !matcher.group(2).equals("!="), matcher.group(3)));
    }
    return read;
  }

  /** The requirements as conditions of SQL, each with its {@code and}; adds their values. */
  String conditions(List<Object> values) {
    StringBuilder conditions = new StringBuilder();
    for (Requirement requirement : requirements) {
      conditions.append(requirement.equal() ? " and " : " and not ");
      switch (requirement.label()) {
        case TEMPLATE -> {
          conditions.append("template = ?");
          values.add(requirement.value());
        }
        case PHASE -> {
          conditions.append("phase = ?");
          values.add(requirement.value());
        }
        case COMPLETED ->
            conditions.append(
                requirement.value().equals("true")
                    ? "(finished_at is not null)"
                    : "(finished_at is null and started_at is not null)");
        default -> {
          conditions.append("labels @> ?::jsonb");
          values.add(JsonTexts.of(Map.of(requirement.label(), requirement.value())));
        }
      }
    }
    return conditions.toString();
  }
}
