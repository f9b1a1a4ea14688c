package com.example.orderflow.loadtester.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Reads a scenario; says every fault at once, each with file, line and field.
 *
 * <pre>
 * YAML ─► shape: the JSON Schema ─► sense: what one field means for another ─► Scenario
 * </pre>
 */
public final class ScenarioFile {
  private static final JsonSchema SCHEMA =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
          .getSchema(
              ScenarioFile.class.getResourceAsStream("/scenario.schema.json"),
              SchemaValidatorsConfig.builder()
                  .pathType(PathType.LEGACY)
                  .locale(Locale.ROOT)
                  .build());

  private ScenarioFile() {}

  /**
   * @throws ScenarioException when it is none
   */
  public static Scenario read(Path file) throws IOException {
    ScenarioDocument document = ScenarioDocument.read(file);
    for (ValidationMessage broken : SCHEMA.validate(document.json())) {
      document.fault(path(broken, document.json()), rule(broken));
    }
    document.throwIfFaulty();
    Scenario scenario = new ScenarioReader(document.json(), file).read();
    ScenarioRules.check(scenario, document);
    document.throwIfFaulty();
    return scenario;
  }

  /** A field that should not be there stands in its own line, not in that of its parent. */
  private static String path(ValidationMessage broken, JsonNode root) {
    String at = broken.getInstanceLocation().toString();
    return broken.getType().equals("additionalProperties") && !root.isMissingNode()
        ? at + "." + broken.getProperty()
        : at;
  }

  private static String rule(ValidationMessage broken) {
    String prefix = broken.getInstanceLocation() + ": ";
    String text =
        broken.getMessage().startsWith(prefix)
            ? broken.getMessage().substring(prefix.length())
            : broken.getMessage();
    JsonNode value = broken.getInstanceNode();
    return value != null && value.isValueNode() ? value + " " + text : text;
  }
}
