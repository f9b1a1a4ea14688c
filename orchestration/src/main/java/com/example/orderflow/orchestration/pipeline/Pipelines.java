package com.example.orderflow.orchestration.pipeline;

import com.example.orderflow.events.Wiring;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The pipelines that this service is connected to: one per wiring. */
@Singleton
public final class Pipelines {

  private final Map<Wiring, Pipeline> byWiring = new EnumMap<>(Wiring.class);

  Pipelines(@All List<Pipeline> pipelines) {
    pipelines.forEach(pipeline -> byWiring.put(pipeline.wiring(), pipeline));
  }

  /** The wirings that an order may ask for. */
  public Set<Wiring> wirings() {
    return byWiring.keySet();
  }

  public Collection<Pipeline> all() {
    return byWiring.values();
  }
}
