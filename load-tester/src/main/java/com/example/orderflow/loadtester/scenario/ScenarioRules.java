package com.example.orderflow.loadtester.scenario;

import com.example.orderflow.loadtester.schedule.Constant;
import com.example.orderflow.loadtester.schedule.Phase;
import com.example.orderflow.loadtester.schedule.Poisson;
import com.example.orderflow.loadtester.sending.Entrance;
import java.util.Locale;

/** What a schema cannot say: what one field of a scenario means for another. */
final class ScenarioRules {
  private ScenarioRules() {}

  static void check(Scenario scenario, ScenarioDocument document) {
    double requests = scenario.load().requests();
    if (requests > Scenario.MOST_REQUESTS) {
      document.fault(
          "$.load",
          String.format(
              Locale.ROOT,
              "%,.0f requests in all are more than %,d",
              requests,
              Scenario.MOST_REQUESTS));
    }
    if (requests < 1) {
      document.fault("$.load", "no request is ever due");
    }
    if (scenario.load().duration().compareTo(Scenario.LONGEST) > 0) {
      document.fault(
          "$.load",
          "%d h in all are longer than %d h"
              .formatted(scenario.load().duration().toHours(), Scenario.LONGEST.toHours()));
    }
    if (scenario.warmUp().compareTo(scenario.load().duration()) >= 0) {
      document.fault("$.warmUp", "is as long as the load; nothing would be counted");
    }
    OrderMix orders = scenario.orders();
    if (orders.fewestLines() > orders.mostLines()) {
      document.fault(
          "$.orders.lines",
          "at least %d and at most %d".formatted(orders.fewestLines(), orders.mostLines()));
    }
    if (orders.duplicates() + orders.malformed() > 1) {
      document.fault("$.orders", "duplicates and malformed are more than all requests");
    }
    if (orders.parts().values().stream().allMatch(part -> part == 0)) {
      document.fault("$.orders.mix", "all parts are 0");
    }
    scenario.knee().ifPresent(knee -> check(knee, scenario, document));
  }

  private static void check(
      Scenario.KneeSearch knee, Scenario scenario, ScenarioDocument document) {
    Phase only = scenario.load().phases().getFirst();
    if (scenario.load().phases().size() > 1
        || !(only instanceof Constant || only instanceof Poisson)) {
      document.fault("$.load", "with knee, it is one phase: constant or poisson");
    }
    if (knee.from() >= knee.to()) {
      document.fault("$.knee", "from %s is not below to %s".formatted(knee.from(), knee.to()));
    }
    if (scenario.bounds().p99().isEmpty()) {
      document.fault("$.knee", "bounds.p99 is missing, and without it every rate holds");
    }
    if (scenario.target() instanceof Entrance.Function) {
      return;
    }
    if (knee.to() * scenario.load().duration().toSeconds() > Scenario.MOST_REQUESTS) {
      document.fault(
          "$.knee.to", "so many requests in one trial are more than the limit; make it shorter");
    }
  }
}
