package com.example.orderflow.localplatform.argo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What stands between <code>{{=</code> and <code>}}</code>, or in an {@code expression} field. */
sealed interface Expression {

  /**
   * A text or a truth value.
   *
   * @throws EvaluationException when a name has no value, or a value is of the wrong kind
   */
  Object value(Map<String, String> names);

  /** Every name that it may ask for. */
  default Set<String> names() {
    return Set.of();
  }

  default String text(Map<String, String> names) {
    if (value(names) instanceof String text) {
      return text;
    }
    throw new EvaluationException("%s is no text".formatted(this));
  }

  default boolean truth(Map<String, String> names) {
    if (value(names) instanceof Boolean truth) {
      return truth;
    }
    throw new EvaluationException("%s is neither true nor false".formatted(this));
  }

  record Literal(String value) implements Expression {
    @Override
    public Object value(Map<String, String> names) {
      return value;
    }
  }

  record Name(String name) implements Expression {
    @Override
    public Object value(Map<String, String> names) {
      String value = names.get(name);
      if (value == null) {
        throw new EvaluationException("%s has no value".formatted(name));
      }
      return value;
    }

    @Override
    public Set<String> names() {
      return Set.of(name);
    }
  }

  record Not(Expression of) implements Expression {
    @Override
    public Object value(Map<String, String> names) {
      return !of.truth(names);
    }

    @Override
    public Set<String> names() {
      return of.names();
    }
  }

  /** Left and right of an operator; the right side is not asked when the left one decides. */
  record Operation(Operator operator, Expression left, Expression right) implements Expression {
    @Override
    public Object value(Map<String, String> names) {
      return switch (operator) {
        case OR -> left.truth(names) || right.truth(names);
        case AND -> left.truth(names) && right.truth(names);
        case EQUAL -> left.value(names).equals(right.value(names));
        case UNEQUAL -> !left.value(names).equals(right.value(names));
        case MATCHES -> Pattern.compile(right.text(names)).matcher(left.text(names)).find();
        case PLUS -> left.text(names) + right.text(names);
      };
    }

    @Override
    public Set<String> names() {
      return union(left, right);
    }
  }

  /** All occurrences of a text in another, replaced. */
  record Replace(Expression in, Expression old, Expression by) implements Expression {
    @Override
    public Object value(Map<String, String> names) {
      return in.text(names).replace(old.text(names), by.text(names));
    }

    @Override
    public Set<String> names() {
      return union(in, old, by);
    }
  }

  /** The text at the place of a JSON document, such as {@code $.type}. */
  record JsonPath(Expression document, String field) implements Expression {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public Object value(Map<String, String> names) {
      JsonNode found = read(document.text(names)).path(field);
      if (!found.isTextual()) {
        throw new EvaluationException("$.%s is no text".formatted(field));
      }
      return found.textValue();
    }

    private static JsonNode read(String document) {
      try {
        return JSON.readTree(document);
      } catch (JsonProcessingException e) {
        throw new EvaluationException("jsonpath of what is no JSON: " + e.getOriginalMessage());
      }
    }

    @Override
    public Set<String> names() {
      return document.names();
    }
  }

  private static Set<String> union(Expression... expressions) {
    Set<String> names = new TreeSet<>();
    for (Expression expression : expressions) {
      names.addAll(expression.names());
    }
    return names;
  }
}
