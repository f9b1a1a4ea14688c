package com.example.orderflow.wiringcheck;

import com.example.orderflow.wiringcheck.manifest.Manifests;
import com.example.orderflow.wiringcheck.rules.Rule;
import com.example.orderflow.wiringcheck.rules.Rules;
import java.util.Comparator;
import java.util.List;

/**
 * Holds a deployment against all rules.
 *
 * @param databaseConnections what PostgreSQL gives to everybody together
 */
public record WiringCheck(int databaseConnections) {

  /** All that is wrong, in the order of files and lines. */
  public List<Finding> check(Manifests manifests) {
    return rules().stream()
        .flatMap(rule -> rule.check(manifests))
        .sorted(
            Comparator.comparing((Finding finding) -> finding.place().file())
                .thenComparing(finding -> finding.place().line()))
        .toList();
  }

  public List<Rule> rules() {
    return Rules.all(databaseConnections);
  }
}
