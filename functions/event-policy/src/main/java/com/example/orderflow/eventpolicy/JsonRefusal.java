package com.example.orderflow.eventpolicy;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.util.regex.Pattern;

/** What a reader says of JSON that it cannot take, for the one who wrote the JSON. */
final class JsonRefusal {

  /** Class names tell the writer nothing. */
  private static final Pattern PACKAGE = Pattern.compile("\\b(?:[a-z]\\w*\\.)+(?=[A-Z])");

  /** Nor do Jackson's hints to the reader's programmer. */
  private static final Pattern HINT =
      Pattern.compile(
          " \\((?:for \\w+ starting at|start marker at|but might|but could).*", Pattern.DOTALL);

  private JsonRefusal() {}

  /** Path and rule of a mismatch, or line, column and reason of broken JSON. */
  static String of(JsonProcessingException refusal) {
    JsonProcessingException broken = syntaxError(refusal);
    String reason = HINT.matcher(PACKAGE.matcher(reason(broken)).replaceAll("")).replaceAll("");
    if (broken instanceof JsonMappingException mismatch) {
      return mismatch.getPath().isEmpty()
          ? "data: " + reason
          : "data.%s: %s".formatted(path(mismatch), reason);
    }
    JsonLocation place = broken.getLocation();
    return place == null
        ? reason
        : "line %d, column %d: %s".formatted(place.getLineNr(), place.getColumnNr(), reason);
  }

  /** The binding wraps broken JSON in a mismatch, whose path says less than line and column. */
  private static JsonProcessingException syntaxError(JsonProcessingException refusal) {
    return refusal.getCause() instanceof StreamReadException syntax
            && !(syntax instanceof InputCoercionException)
        ? syntax
        : refusal;
  }

  private static String reason(JsonProcessingException broken) {
    // A record's own refusal already quotes field, value and rule.
    return broken instanceof ValueInstantiationException && broken.getCause() != null
        ? broken.getCause().getMessage()
        : broken.getOriginalMessage();
  }

  private static String path(JsonMappingException mismatch) {
    StringBuilder path = new StringBuilder();
    for (Reference step : mismatch.getPath()) {
      if (step.getFieldName() == null) {
        path.append('[').append(step.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
      }
    }
    return path.toString();
  }
}
