package com.example.orderflow.loadtester.reading;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.util.List;

/** Says in the words of a customer what Jackson says in those of Java. */
final class ShapeFault {
  private static final int LONGEST_VALUE = 60;

  private ShapeFault() {}

  static String of(JsonNode order, JsonProcessingException refusal) {
    if (!(refusal instanceof JsonMappingException mapping)) {
      return refusal.getOriginalMessage();
    }
    if (mapping.getCause() instanceof IllegalArgumentException rule) {
      return rule.getMessage();
    }
    JsonNode value = order;
    StringBuilder field = new StringBuilder();
    for (JsonMappingException.Reference step : mapping.getPath()) {
      boolean element = step.getFieldName() == null;
      value = element ? value.path(step.getIndex()) : value.path(step.getFieldName());
      field.append(element ? "[" + step.getIndex() + "]" : "." + step.getFieldName());
    }
    String name = field.isEmpty() ? "order" : field.substring(1);
    if (value.isMissingNode()) {
      return name + ": nothing, but it is required";
    }
    return "%s: %s is not %s".formatted(name, shown(value), demanded(mapping));
  }

  private static String demanded(JsonMappingException mapping) {
    Class<?> target =
        mapping instanceof MismatchedInputException mismatch ? mismatch.getTargetType() : null;
    if (target == null) {
      return "accepted: " + mapping.getOriginalMessage();
    }
    if (target == long.class) {
      return "a whole number between %d and %d".formatted(Long.MIN_VALUE, Long.MAX_VALUE);
    }
    if (target == String.class) {
      return "a string";
    }
    return List.class.isAssignableFrom(target) ? "an array" : "an object";
  }

  private static String shown(JsonNode value) {
    String text = value.toString();
    return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE - 1) + "…";
  }
}
