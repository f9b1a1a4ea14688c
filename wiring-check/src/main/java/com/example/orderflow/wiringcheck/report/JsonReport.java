package com.example.orderflow.wiringcheck.report;

import com.example.orderflow.wiringcheck.Finding;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.List;

/** Findings as a JSON list, each with rule, level, file, line, problem and mend. */
public final class JsonReport {
  private JsonReport() {}

  public static String of(List<Finding> findings) {
    try {
      return new ObjectMapper()
          .writerWithDefaultPrettyPrinter()
          .writeValueAsString(findings.stream().map(Line::of).toList());
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  @JsonPropertyOrder({"rule", "level", "file", "line", "problem", "mend"})
  private record Line(
      String rule, String level, String file, int line, String problem, String mend) {
    static Line of(Finding finding) {
      return new Line(
          finding.rule(),
          SarifReport.level(finding).value(),
          finding.place().file(),
          finding.place().line(),
          finding.problem(),
          finding.mend());
    }
  }
}
