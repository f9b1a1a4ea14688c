package com.example.orderflow.sandbox.http;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.util.Collection;

/** Says what is wrong with JSON that does not fit its record, in the words of the API. */
final class MisfitBody {

  private MisfitBody() {}

  static MalformedRequest of(JsonMappingException e, JsonNode body) {
    Place place = Place.of(e, body);
    if (e instanceof ValueInstantiationException && e.getCause() != null) {
      // The record's own check, which begins with the name of the component.
      return new MalformedRequest(place.prefix() + e.getCause().getMessage());
    }
    return place.value().isMissingNode()
        ? new MalformedRequest(place.path() + ": missing, but it is required")
        : new MalformedRequest(place.path(), place.value().toString(), expected(e));
  }

  private static String expected(JsonMappingException e) {
    Class<?> type = e instanceof MismatchedInputException misfit ? misfit.getTargetType() : null;
    if (type == null || type == long.class) {
      return "a whole number of at most 64 bits";
    }
    if (type == String.class) {
      return "a text";
    }
    return Collection.class.isAssignableFrom(type) ? "a list" : "an object";
  }

  /** Where in the body Jackson stopped, and what stood there. */
  private record Place(String path, JsonNode value) {

    static Place of(JsonMappingException e, JsonNode body) {
      StringBuilder path = new StringBuilder();
      JsonNode value = body;
      for (JsonMappingException.Reference step : e.getPath()) {
        if (step.getFieldName() == null) {
          path.append('[').append(step.getIndex()).append(']');
          value = value.path(step.getIndex());
        } else {
          path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
          value = value.path(step.getFieldName());
        }
      }
      return new Place(path.toString(), value);
    }

    String prefix() {
      return path.isEmpty() ? "" : path + ".";
    }
  }
}
