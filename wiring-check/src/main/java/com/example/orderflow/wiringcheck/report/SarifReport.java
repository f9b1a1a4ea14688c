package com.example.orderflow.wiringcheck.report;

import com.contrastsecurity.sarif.ArtifactLocation;
import com.contrastsecurity.sarif.Location;
import com.contrastsecurity.sarif.Message;
import com.contrastsecurity.sarif.MultiformatMessageString;
import com.contrastsecurity.sarif.PhysicalLocation;
import com.contrastsecurity.sarif.Region;
import com.contrastsecurity.sarif.ReportingDescriptor;
import com.contrastsecurity.sarif.Result;
import com.contrastsecurity.sarif.Run;
import com.contrastsecurity.sarif.SarifSchema210;
import com.contrastsecurity.sarif.Tool;
import com.contrastsecurity.sarif.ToolComponent;
import com.example.orderflow.wiringcheck.Finding;
import com.example.orderflow.wiringcheck.rules.Rule;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;

/** Findings in SARIF 2.1.0, which code hosts show beside the lines of a change. */
public final class SarifReport {
  private static final URI SCHEMA = URI.create("https://json.schemastore.org/sarif-2.1.0.json");

  private SarifReport() {}

  public static String of(List<Finding> findings, List<Rule> rules) {
    Run run =
        new Run()
            .withTool(
                new Tool()
                    .withDriver(
                        new ToolComponent()
                            .withName("orderflow check")
                            .withRules(
                                rules.stream()
                                    .map(SarifReport::rule)
                                    .collect(Collectors.toCollection(LinkedHashSet::new)))))
            .withResults(findings.stream().map(SarifReport::result).toList());
    try {
      return new ObjectMapper()
          .writerWithDefaultPrettyPrinter()
          .writeValueAsString(
              new SarifSchema210()
                  .with$schema(SCHEMA)
                  .withVersion(SarifSchema210.Version._2_1_0)
                  .withRuns(List.of(run)));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ReportingDescriptor rule(Rule rule) {
    return new ReportingDescriptor()
        .withId(rule.id())
        .withShortDescription(new MultiformatMessageString().withText(rule.sentence()));
  }

  private static Result result(Finding finding) {
    return new Result()
        .withRuleId(finding.rule())
        .withLevel(level(finding))
        .withMessage(
            new Message().withText("%s. Mend: %s".formatted(finding.problem(), finding.mend())))
        .withLocations(
            List.of(
                new Location()
                    .withPhysicalLocation(
                        new PhysicalLocation()
                            .withArtifactLocation(
                                new ArtifactLocation().withUri(finding.place().file()))
                            .withRegion(new Region().withStartLine(finding.place().line())))));
  }

  static Result.Level level(Finding finding) {
    return switch (finding.level()) {
      case ERROR -> Result.Level.ERROR;
      case WARNING -> Result.Level.WARNING;
    };
  }
}
