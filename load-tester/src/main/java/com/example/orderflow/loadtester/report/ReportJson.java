package com.example.orderflow.loadtester.report;

import com.example.orderflow.loadtester.balance.BalanceSheet;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Reports as JSON.
 *
 * <pre>
 * a run      its balance sheet, and load
 * any other  its kind, by which the page knows how to draw it, and headline, good
 * </pre>
 */
public final class ReportJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private static final String LOAD = "load";
  private static final String HEADLINE = "headline";
  private static final String GOOD = "good";

  private ReportJson() {}

  public static ObjectNode of(RunResult result) {
    ObjectNode document =
        result
            .balance()
            .map(sheet -> (ObjectNode) MAPPER.valueToTree(sheet))
            .orElseGet(MAPPER::createObjectNode);
    document.set(LOAD, MAPPER.valueToTree(result.load()));
    return document;
  }

  /**
   * Another kind of report.
   *
   * @param headline in one sentence
   * @param good whether all is well
   */
  public static ObjectNode of(String kind, String headline, boolean good, Object report) {
    ObjectNode document = MAPPER.createObjectNode().put(HEADLINE, headline).put(GOOD, good);
    return document.set(kind, MAPPER.valueToTree(report));
  }

  /** The page of any report that was written as JSON. */
  public static String page(Path file) throws IOException {
    JsonNode document = tree(file);
    if (document.has(HEADLINE)) {
      return HtmlPage.of(
          file.getFileName().toString().replaceFirst("\\.json$", ""),
          headline(document),
          document.path(GOOD).asBoolean(),
          document);
    }
    return ReportDocument.of(read(file)).page();
  }

  /** What any report that was written as JSON says in one sentence. */
  public static String headline(Path file) throws IOException {
    JsonNode document = tree(file);
    return document.has(HEADLINE) ? headline(document) : Headline.of(read(file));
  }

  private static String headline(JsonNode document) {
    return document.get(HEADLINE).asText();
  }

  public static String text(JsonNode document) {
    return document.toPrettyString() + "\n";
  }

  private static JsonNode tree(Path file) throws IOException {
    try {
      return MAPPER.readTree(Files.readAllBytes(file));
    } catch (JsonProcessingException e) {
      throw noReport(file, e);
    }
  }

  private static IllegalArgumentException noReport(Path file, JsonProcessingException e) {
    return new IllegalArgumentException(
        "%s is no report: %s. Write one with: orderflow load SCENARIO --report FILE.json"
            .formatted(file, e.getOriginalMessage()));
  }

  /**
   * @throws IllegalArgumentException when the file is no report of a load test
   */
  public static RunResult read(Path file) throws IOException {
    JsonNode document = tree(file);
    if (!document.path(LOAD).has("answers")) {
      throw new IllegalArgumentException(
          "%s is no report of a load test: it has no field \"load\"; write one with: orderflow load SCENARIO --report FILE.json"
              .formatted(file));
    }
    try {
      Optional<BalanceSheet> sheet =
          document.has("sent")
              ? Optional.of(MAPPER.treeToValue(document, BalanceSheet.class))
              : Optional.empty();
      return new RunResult(sheet, MAPPER.treeToValue(document.get(LOAD), LoadReport.class));
    } catch (JsonProcessingException e) {
      throw noReport(file, e);
    }
  }
}
