package com.example.orderflow.wiringcheck.rules;

import com.example.orderflow.wiringcheck.manifest.Kind;
import com.example.orderflow.wiringcheck.manifest.Manifests;
import com.example.orderflow.wiringcheck.manifest.Node;
import com.example.orderflow.wiringcheck.manifest.Place;
import com.example.orderflow.wiringcheck.manifest.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What may take an event somewhere, and fail: a Trigger, a step of a Sequence, a KafkaSource.
 *
 * @param who as a person says it
 * @param holder what may hold the field {@code delivery}
 */
record Delivery(String who, Node holder) {

  static Stream<Delivery> all(Manifests manifests) {
    return Stream.of(
            manifests.all(Kind.TRIGGER).map(Delivery::ofSpec),
            manifests.all(Kind.KAFKA_SOURCE).map(Delivery::ofSpec),
            manifests.all(Kind.SEQUENCE).flatMap(Delivery::ofSteps))
        .flatMap(deliveries -> deliveries);
  }

  private static Delivery ofSpec(Resource resource) {
    return new Delivery(resource.toString(), resource.node().at("spec").orElse(resource.node()));
  }

  private static Stream<Delivery> ofSteps(Resource sequence) {
    List<Delivery> steps = new ArrayList<>();
    for (Node step : sequence.node().items("spec", "steps")) {
      steps.add(new Delivery("step %d of %s".formatted(steps.size() + 1, sequence), step));
    }
    return steps.stream();
  }

  /** Where this field of {@code delivery} stands, or should. */
  Place place(String field) {
    return holder.placeOf("delivery", field);
  }

  Optional<String> text(String field) {
    return holder.text("delivery", field);
  }

  boolean hasDeadLetterSink() {
    return holder.at("delivery", "deadLetterSink").isPresent();
  }
}
