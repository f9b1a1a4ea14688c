package com.example.orderflow.events;

import static com.example.orderflow.events.Contract.MAPPER;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Good data with one change, at one place.
 *
 * @param change what was done, in words
 */
record Mutant(String change, JsonNode data) {
  private static final List<String> REPLACEMENTS =
      List.of(
          // wrong types, and the right one for some
          "null",
          "true",
          "\"text\"",
          "{}",
          "[]",
          "[null]",
          "[1]",
          "[{}]",
          "{\"country\": 1}",
          // numbers and what looks like one
          "-1",
          "0",
          "1",
          "\"1\"",
          "1.5",
          "-0.1",
          "9223372036854775807",
          "9223372036854775808",
          "-9223372036854775808",
          "-9223372036854775809",
          "100000000000000000000000000000",
          // texts
          "\"\"",
          "\" \"",
          "\"\\t\\r\\n\"",
          "\"a/b\"",
          "\"a b\"",
          "\"é\"",
          '"' + "x".repeat(64) + '"',
          '"' + "x".repeat(65) + '"');

  static List<Mutant> of(JsonNode good) {
    List<Mutant> mutants = new ArrayList<>();
    for (JsonPointer place : places(good, JsonPointer.empty())) {
      for (String replacement : REPLACEMENTS) {
        mutants.add(
            new Mutant(place + " := " + replacement, replaced(good, place, parsed(replacement))));
      }
      if (!place.matches()) {
        mutants.add(new Mutant(place + " removed", removed(good, place)));
      }
      if (good.at(place) instanceof ObjectNode) {
        mutants.add(
            new Mutant(
                place + " with an unknown property",
                replaced(good, place.appendProperty("new"), parsed("1"))));
      }
    }
    return mutants;
  }

  private static Set<JsonPointer> places(JsonNode node, JsonPointer here) {
    Set<JsonPointer> places = new TreeSet<>(Comparator.comparing(JsonPointer::toString));
    places.add(here);
    node.properties()
        .forEach(
            field -> places.addAll(places(field.getValue(), here.appendProperty(field.getKey()))));
    for (int index = 0; node.isArray() && index < node.size(); index++) {
      places.addAll(places(node.get(index), here.appendIndex(index)));
    }
    return places;
  }

  private static JsonNode replaced(JsonNode good, JsonPointer place, JsonNode replacement) {
    if (place.matches()) {
      return replacement;
    }
    JsonNode copy = good.deepCopy();
    switch (copy.at(place.head())) {
      case ObjectNode object -> object.set(place.last().getMatchingProperty(), replacement);
      case ArrayNode array -> array.set(place.last().getMatchingIndex(), replacement);
      default -> throw new AssertionError(place);
    }
    return copy;
  }

  private static JsonNode removed(JsonNode good, JsonPointer place) {
    JsonNode copy = good.deepCopy();
    switch (copy.at(place.head())) {
      case ObjectNode object -> object.remove(place.last().getMatchingProperty());
      case ArrayNode array -> array.remove(place.last().getMatchingIndex());
      default -> throw new AssertionError(place);
    }
    return copy;
  }

  private static JsonNode parsed(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new AssertionError(json, e);
    }
  }
}
