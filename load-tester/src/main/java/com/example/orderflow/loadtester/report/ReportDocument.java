package com.example.orderflow.loadtester.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A report that can be kept.
 *
 * @param headline in one sentence
 * @param good whether all is well
 */
public record ReportDocument(String title, String headline, boolean good, JsonNode json) {

  public static ReportDocument of(RunResult result) {
    return new ReportDocument(
        result.load().scenario(), Headline.of(result), result.ok(), ReportJson.of(result));
  }

  /**
   * Another kind of report.
   *
   * @param kind by which the page knows how to draw it
   */
  public static ReportDocument of(
      String kind, String title, String headline, boolean good, Object report) {
    return new ReportDocument(title, headline, good, ReportJson.of(kind, headline, good, report));
  }

  public String page() {
    return HtmlPage.of(title, headline, good, json);
  }

  /** A page when the name ends in .html, JSON otherwise. */
  public void write(Path file) throws IOException {
    Files.writeString(file, file.toString().endsWith(".html") ? page() : ReportJson.text(json));
  }
}
