package com.example.orderflow.loadtester.scenario;

import java.util.List;

/** A file that is no scenario: every fault with its file, line and field. */
public final class ScenarioException extends RuntimeException {
  private static final long serialVersionUID = 1;

  ScenarioException(List<String> faults) {
    super(String.join("\n", faults) + "\nCorrect the scenario. Nothing was sent.");
  }
}
