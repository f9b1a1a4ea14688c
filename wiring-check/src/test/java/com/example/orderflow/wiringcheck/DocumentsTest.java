package com.example.orderflow.wiringcheck;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.orderflow.wiringcheck.manifest.Kind;
import com.example.orderflow.wiringcheck.rules.Rule;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written about the chart and the check holds. */
class DocumentsTest {
  private static final Path DOCS = Path.of("../docs");

  @TempDir Path folder;

  @Test
  void everyRuleIsDescribedAndEveryDescribedRuleIsThere() throws IOException {
    Set<String> described =
        Pattern.compile("(?m)^\\| `([a-z-]+)` \\|")
            .matcher(Files.readString(DOCS.resolve("check.md")))
            .results()
            .map(rule -> rule.group(1))
            .collect(Collectors.toSet());
    described.remove("value"); // of the chart's values, which are no manifests

    assertThat(new WiringCheck(100).rules())
        .extracting(Rule::id)
        .containsExactlyInAnyOrderElementsOf(described);
  }

  @Test
  void theCanaryOfTheDocumentSharesRequestsAsItSays() throws IOException {
    String document = Files.readString(DOCS.resolve("helm.md"));
    String values =
        Pattern.compile("```yaml\\n(.*?)```", Pattern.DOTALL)
            .matcher(document)
            .results()
            .findFirst()
            .map(MatchResult::group)
            .orElseThrow()
            .replaceAll("`{3}(yaml)?", "")
            .indent(-3);

    assertThat(
            Checkout.chart(Files.writeString(folder.resolve("mine.yaml"), values))
                .find(Kind.FUNCTION, "ship-order")
                .flatMap(service -> service.node().at("spec", "traffic"))
                .orElseThrow()
                .plain())
        .hasToString(
            "[{revisionName=ship-order-00001, percent=90, tag=stable}, {latestRevision=true, percent=10, tag=canary}]");
    assertThat(document).contains("stable ship-order-00001 90");
  }

  @Test
  void everyValueOfTheSchemaIsListedInTheChartsValues() throws IOException {
    String values = Files.readString(Checkout.CHART.resolve("values.yaml"));
    JsonNode schema =
        new ObjectMapper().readTree(Checkout.CHART.resolve("values.schema.json").toFile());
    Set<String> names = new TreeSet<>();
    names(schema, schema, names);
    // Helm's own, and a third amount that pods may state
    names.removeAll(Set.of("global", "ephemeral-storage"));

    assertThat(names).hasSizeGreaterThan(60).allSatisfy(name -> assertThat(values).contains(name));
  }

  private static void names(JsonNode root, JsonNode schema, Set<String> names) {
    JsonNode resolved =
        schema.has("$ref") ? root.at(schema.path("$ref").asText().substring(1)) : schema;
    resolved
        .path("properties")
        .properties()
        .forEach(
            property -> {
              names.add(property.getKey());
              names(root, property.getValue(), names);
            });
  }
}
