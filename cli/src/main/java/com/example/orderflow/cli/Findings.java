package com.example.orderflow.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;

/** What was found, for a person or for a program. */
final class Findings {
  private Findings() {}

  static void print(Console console, List<Finding> findings, boolean json)
      throws JsonProcessingException {
    if (json) {
      console
          .out()
          .println(
              new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(findings));
      console.out().flush();
    } else {
      findings.forEach(finding -> print(console, finding));
    }
  }

  static boolean areGood(List<Finding> findings) {
    return findings.stream().noneMatch(finding -> finding.level() == Finding.Level.BAD);
  }

  private static void print(Console console, Finding finding) {
    String mark =
        switch (finding.level()) {
          case GOOD -> "@|green ok  |@";
          case NOTE -> "@|yellow note|@";
          case BAD -> "@|red BAD |@";
        };
    console.say("%s  %-15s %s", mark, finding.about(), finding.found());
    if (!finding.next().isEmpty()) {
      console.say("                      next: %s", finding.next());
    }
  }
}
