package com.example.orderflow.loadtester.scenario;

import com.example.orderflow.events.EventType;
import com.example.orderflow.events.Wiring;
import com.example.orderflow.loadtester.Ending;
import com.example.orderflow.loadtester.schedule.Phase;
import com.example.orderflow.loadtester.schedule.Schedule;
import com.example.orderflow.loadtester.sending.Entrance;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes a scenario of a document that fits the schema. */
final class ScenarioReader {
  private final JsonNode root;
  private final Path file;

  ScenarioReader(JsonNode root, Path file) {
    this.root = root;
    this.file = file;
  }

  Scenario read() throws IOException {
    return new Scenario(
        file.getFileName().toString().replaceFirst("\\.ya?ml$", ""),
        root.path("description").asText(),
        target(root.path("target")),
        load(),
        Durations.of(root.path("warmUp"), Duration.ZERO),
        orders(root.path("orders")),
        limits(root.path("limits")),
        bounds(root.path("bounds")),
        root.has("knee") ? Optional.of(knee(root.path("knee"))) : Optional.empty());
  }

  private static Entrance target(JsonNode target) {
    if (target.has("api")) {
      return new Entrance.Api(Wiring.of(target.path("api").asText()));
    }
    if (target.has("function")) {
      return new Entrance.Function(target.path("function").asText(), Optional.empty());
    }
    if (target.has("url")) {
      URI url = URI.create(target.path("url").asText());
      return new Entrance.Function(EventType.Source.VALIDATE_ORDER, Optional.of(url));
    }
    return new Entrance.Broker();
  }

  private Schedule load() throws IOException {
    List<Phase> phases = new ArrayList<>();
    for (JsonNode phase : root.path("load")) {
      phases.add(Phases.of(phase, file));
    }
    return new Schedule(phases);
  }

  private static OrderMix orders(JsonNode orders) {
    OrderMix otherwise = OrderMix.DEFAULT;
    Map<Ending, Integer> parts = new EnumMap<>(Ending.class);
    for (Ending ending : Ending.values()) {
      if (orders.path("mix").has(ending.json())) {
        parts.put(ending, orders.path("mix").path(ending.json()).asInt());
      }
    }
    JsonNode lines = orders.path("lines");
    return new OrderMix(
        parts.isEmpty() ? otherwise.parts() : parts,
        lines.path(0).asInt(otherwise.fewestLines()),
        lines.path(1).asInt(otherwise.mostLines()),
        orders.path("duplicates").asDouble(),
        orders.path("malformed").asDouble(),
        orders.path("seed").asLong(otherwise.seed()));
  }

  private static Scenario.Limits limits(JsonNode limits) {
    Scenario.Limits otherwise = Scenario.Limits.DEFAULT;
    return new Scenario.Limits(
        limits.path("inFlight").asInt(otherwise.inFlight()),
        Durations.of(limits.path("timeout"), otherwise.timeout()),
        Durations.of(limits.path("stall"), otherwise.stall()));
  }

  private static Scenario.Bounds bounds(JsonNode bounds) {
    return new Scenario.Bounds(
        bounds.has("p99") ? Optional.of(Durations.of(bounds.path("p99"))) : Optional.empty(),
        bounds.path("errors").asDouble(Scenario.Bounds.NONE.errors()),
        bounds.path("missed").asDouble(Scenario.Bounds.NONE.missed()));
  }

  private static Scenario.KneeSearch knee(JsonNode knee) {
    return new Scenario.KneeSearch(
        knee.path("from").asDouble(),
        knee.path("to").asDouble(),
        knee.path("precision").asDouble(0.05),
        knee.path("repeats").asInt(3),
        Durations.of(knee.path("pause"), Duration.ofSeconds(5)));
  }
}
