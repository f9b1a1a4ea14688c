package com.example.orderflow.loadtester.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A report as one HTML file that needs nothing else: figures, script, style and the library that
 * draws the plots, with its licence.
 */
public final class HtmlPage {
  private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)}}");
  private static final String PLOTS = "META-INF/resources/webjars/uplot/%s/".formatted(version());

  private HtmlPage() {}

  /**
   * @param good whether all is well
   */
  public static String of(String title, String headline, boolean good, JsonNode data) {
    Map<String, String> parts =
        Map.of(
            "title", escaped(title),
            "headline", escaped(headline),
            "verdict", good ? "good" : "bad",
            "licence", resource(PLOTS + "LICENSE"),
            "plotStyle", resource(PLOTS + "dist/uPlot.min.css"),
            "style", resource("report/page.css"),
            "data", data.toString().replace("</", "<\\/"),
            "plotScript", resource(PLOTS + "dist/uPlot.iife.min.js"),
            "script", resource("report/page.js"));
    return PLACE
        .matcher(resource("report/page.html"))
        .replaceAll(place -> Matcher.quoteReplacement(parts.get(place.group(1))));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }

  private static String version() {
    Properties properties = new Properties();
    try (InputStream in = open("META-INF/maven/org.webjars.npm/uplot/pom.properties")) {
      properties.load(in);
      return properties.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String resource(String name) {
    try (InputStream in = open(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(String name) {
    return HtmlPage.class.getClassLoader().getResourceAsStream(name);
  }
}
