package com.example.orderflow.loadtester.scenario;

import com.example.orderflow.loadtester.schedule.Burst;
import com.example.orderflow.loadtester.schedule.Constant;
import com.example.orderflow.loadtester.schedule.Pause;
import com.example.orderflow.loadtester.schedule.Phase;
import com.example.orderflow.loadtester.schedule.Poisson;
import com.example.orderflow.loadtester.schedule.Ramp;
import com.example.orderflow.loadtester.schedule.Replay;
import com.example.orderflow.loadtester.schedule.Step;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** The phases of a schedule, by the name that each has in a scenario. */
final class Phases {
  private static final String AS_IN_THE_DATA_SET = "yyyy-MM-dd HH:mm:ss";

  private Phases() {}

  /**
   * @param node one field: the phase's name with what belongs to it
   * @param scenario other files are looked for beside it
   */
  static Phase of(JsonNode node, Path scenario) throws IOException {
    String name = node.fieldNames().next();
    JsonNode of = node.path(name);
    return switch (name) {
      case "constant" -> new Constant(of.path("rate").asDouble(), Durations.of(of.path("for")));
      case "poisson" ->
          new Poisson(
              of.path("rate").asDouble(), Durations.of(of.path("for")), of.path("seed").asLong(1));
      case "ramp" ->
          new Ramp(
              of.path("from").asDouble(), of.path("to").asDouble(), Durations.of(of.path("for")));
      case "step" ->
          new Step(
              of.path("from").asDouble(),
              of.path("by").asDouble(),
              of.path("steps").asInt(),
              Durations.of(of.path("every")));
      case "burst" ->
          new Burst(
              of.path("size").asInt(),
              of.path("repeat").asInt(1),
              Durations.of(of.path("every"), Duration.ofSeconds(1)));
      case "pause" -> new Pause(Durations.of(of));
      default -> replay(of, scenario);
    };
  }

  private static Replay replay(JsonNode of, Path scenario) throws IOException {
    TimeStamps stamps =
        new TimeStamps(
            scenario.resolveSibling(of.path("file").asText()),
            of.path("column").asText(),
            of.path("by").asText(""),
            of.path("format").asText(AS_IN_THE_DATA_SET));
    return new Replay(stamps.read(), of.path("speed").asDouble());
  }
}
