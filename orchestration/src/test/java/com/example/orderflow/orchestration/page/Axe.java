package com.example.orderflow.orchestration.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.openqa.selenium.JavascriptExecutor;

/** The rules of WCAG that a program can check: contrast, names, roles, order. */
final class Axe {
  private static final String RUN =
      """
      const done = arguments[0];
      axe.run().then(found => done(found.violations.flatMap(rule =>
        rule.nodes.map(node => `${rule.id}: ${node.target} ${node.failureSummary}`))));
      """;

  private Axe() {}

  /** What breaks a rule on the page as it is now, with the reason. */
  @SuppressWarnings("unchecked")
  static List<String> violations(JavascriptExecutor browser) throws IOException {
    try (InputStream rules = Axe.class.getResourceAsStream("/axe.min.js")) {
      browser.executeScript(new String(rules.readAllBytes(), UTF_8));
    }
    return (List<String>) browser.executeAsyncScript(RUN);
  }
}
