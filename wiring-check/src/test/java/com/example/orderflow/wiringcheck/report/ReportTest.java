package com.example.orderflow.wiringcheck.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.orderflow.wiringcheck.Finding;
import com.example.orderflow.wiringcheck.WiringCheck;
import com.example.orderflow.wiringcheck.manifest.Place;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTest {
  private static final List<Finding> FINDINGS =
      List.of(
          new Finding(
              "ordered-delivery",
              Finding.Level.ERROR,
              new Place("infra/a.yaml", 7),
              "It is slow",
              "make it fast"));

  @Test
  void sarifNamesRuleFileAndLine() throws IOException {
    JsonNode run =
        new ObjectMapper()
            .readTree(SarifReport.of(FINDINGS, new WiringCheck(100).rules()))
            .path("runs")
            .path(0);

    JsonNode result = run.path("results").path(0);
    assertThat(result.path("ruleId").asText()).isEqualTo("ordered-delivery");
    assertThat(result.path("level").asText()).isEqualTo("error");
    assertThat(result.at("/message/text").asText()).isEqualTo("It is slow. Mend: make it fast");
    assertThat(result.at("/locations/0/physicalLocation/artifactLocation/uri").asText())
        .isEqualTo("infra/a.yaml");
    assertThat(result.at("/locations/0/physicalLocation/region/startLine").asInt()).isEqualTo(7);
    assertThat(run.at("/tool/driver/rules"))
        .anyMatch(rule -> rule.path("id").asText().equals("ordered-delivery"));
  }

  @Test
  void jsonHoldsEachFindingFlat() throws IOException {
    assertThat(new ObjectMapper().readTree(JsonReport.of(FINDINGS)).path(0))
        .isEqualTo(
            new ObjectMapper()
                .readTree(
                    """
                    {"rule": "ordered-delivery", "level": "error", "file": "infra/a.yaml", "line": 7,
                     "problem": "It is slow", "mend": "make it fast"}
                    """));
  }
}
