package com.example.orderflow.wiringcheck.values;

import com.example.orderflow.wiringcheck.Finding;
import com.example.orderflow.wiringcheck.manifest.Node;
import com.example.orderflow.wiringcheck.manifest.YamlDocuments;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Holds a file of values against the {@code values.schema.json} of its chart, as Helm does, and
 * says more than Helm: the line, the value, the rule in the schema's own words, and its example.
 */
public final class ValuesCheck {
  private static final String RULE = "value";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final JsonNode schema;
  private final JsonSchema validator;

  public ValuesCheck(Path chart) {
    try {
      this.schema = JSON.readTree(Files.readString(chart.resolve("values.schema.json")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.validator =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(schema);
  }

  /** What is wrong with the values of this file; what it leaves out, the chart has. */
  public List<Finding> check(Path file) {
    return YamlDocuments.in(file).stream().flatMap(this::check).toList();
  }

  private Stream<Finding> check(Node values) {
    return validator.validate(JSON.valueToTree(values.plain())).stream()
        .filter(message -> !message.getType().equals("required"))
        .map(message -> finding(values, message));
  }

  private Finding finding(Node values, ValidationMessage message) {
    String[] path = path(message);
    String name = String.join(".", path);
    if (message.getType().equals("additionalProperties")) {
      return unknown(values, path, name, message.getProperty());
    }
    SchemaPart rule = SchemaPart.of(schema, message);
    return new Finding(
        RULE,
        Finding.Level.ERROR,
        values.placeOf(path),
        "%s is %s. %s".formatted(name, shown(values, path), rule.description()),
        "for example %s: %s".formatted(path[path.length - 1], rule.example()));
  }

  private Finding unknown(Node values, String[] path, String holder, String name) {
    String[] whole = Stream.concat(Stream.of(path), Stream.of(name)).toArray(String[]::new);
    List<String> known = SchemaPart.of(schema, path).names();
    return new Finding(
        RULE,
        Finding.Level.ERROR,
        values.placeOf(whole),
        "%s is no value of this chart. %s has %s"
            .formatted(
                String.join(".", whole),
                holder.isEmpty() ? "It" : holder,
                String.join(", ", known)),
        Spelling.closest(name, known)
            .map("did you mean %s?"::formatted)
            .orElse("take it out, or use one of these, for example " + known.getFirst()));
  }

  private static String shown(Node values, String[] path) {
    return values
        .at(path)
        .map(Node::plain)
        .map(
            value ->
                value instanceof String text ? "\"%s\"".formatted(text) : String.valueOf(value))
        .orElse("missing");
  }

  private static String[] path(ValidationMessage message) {
    return IntStream.range(0, message.getInstanceLocation().getNameCount())
        .mapToObj(i -> String.valueOf(message.getInstanceLocation().getElement(i)))
        .toArray(String[]::new);
  }
}
