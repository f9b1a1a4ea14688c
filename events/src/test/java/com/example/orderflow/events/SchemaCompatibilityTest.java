package com.example.orderflow.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A schema that was published does not change under those who read and write it. */
class SchemaCompatibilityTest {
  private static final String PUBLISHED =
      """
      {"$id": "v1", "title": "t", "type": "object", "required": ["id", "size"], "properties": {
        "id": {"type": "string", "pattern": "^a$"},
        "size": {"type": "integer", "minimum": 1},
        "note": {"type": ["string", "null"]},
        "parts": {"type": "array", "items": {"type": "object", "properties": {"n": {"type": "integer"}}}}}}
      """;

  static Stream<String> published() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/test/resources/published-schemas"))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("published")
  void thePresentSchemaKeepsWhatWasPublished(String file) {
    List<String> breaks =
        SchemaChange.breaks(
            Contract.resource("published-schemas/" + file), Contract.resource("schemas/" + file));

    if (!breaks.isEmpty()) {
      fail(
          """
          %s is published, and this change would break those who read or write it:
            %s
          Leave that file as it is. Put the changed schema beside it as the next version (….v2.json), \
          let its EventType name that version in dataSchema() and schemaResource(), and copy the new \
          file to src/test/resources/published-schemas/ once it is released."""
              .formatted(file, String.join("\n  ", breaks)));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "id", "size"]                     | "id"]                              | /required
          "id", "size"]                     | "id", "size", "note"]              | /required
          "note": {"type": ["string", "null"]}, |                                | /properties/note was removed
          "type": ["string", "null"]        | "type": "string"                   | /properties/note/type
          "type": "integer", "minimum"      | "type": "number", "minimum"        | /properties/size/type
          "^a$"                             | "^b$"                              | /properties/id/pattern
          , "pattern": "^a$"                |                                    | /properties/id/pattern
          "minimum": 1                      | "minimum": 2                       | /properties/size/minimum
          "minimum": 1                      | "minimum": 1, "maximum": 9         | /properties/size/maximum
          {"n": {"type": "integer"}}        | {"n": {"type": "string"}}          | /properties/parts/items/properties/n/type
          {"n": {"type": "integer"}}        | {"n": {"type": "integer"}}, "required": ["n"] | /properties/parts/items/required
          "title": "t"                      | "title": "t", "additionalProperties": false   | /additionalProperties
          "$id": "v1"                       | "$id": "v2"                        | /$id
          """)
  void aChangeThatSomebodyCouldNoticeIsFound(String from, String to, String found)
      throws JsonProcessingException {
    assertThat(breaksAfter(from, to == null ? "" : to))
        .singleElement()
        .asString()
        .startsWith(found);
  }

  @Test
  void proseAndNewOptionalPropertiesAreFree() throws JsonProcessingException {
    assertThat(breaksAfter("\"title\": \"t\"", "\"title\": \"u\", \"description\": \"new\""))
        .isEmpty();
    assertThat(breaksAfter("\"note\":", "\"more\": {\"type\": \"string\"}, \"note\":")).isEmpty();
    assertThat(breaksAfter("\"id\", \"size\"]", "\"size\", \"id\"]")).isEmpty();
  }

  private static List<String> breaksAfter(String from, String to) throws JsonProcessingException {
    assertThat(PUBLISHED).contains(from);
    return SchemaChange.breaks(parsed(PUBLISHED), parsed(PUBLISHED.replace(from, to)));
  }

  private static JsonNode parsed(String json) throws JsonProcessingException {
    return EventJson.mapper().readTree(json);
  }
}
