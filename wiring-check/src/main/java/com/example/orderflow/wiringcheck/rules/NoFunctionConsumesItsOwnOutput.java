package com.example.orderflow.wiringcheck.rules;

import com.example.orderflow.wiringcheck.Finding;
import com.example.orderflow.wiringcheck.manifest.Kind;
import com.example.orderflow.wiringcheck.manifest.Manifests;
import com.example.orderflow.wiringcheck.manifest.Resource;
import java.util.stream.Stream;

/** The Kafka Broker has no TTL: such a loop ran 936 times in 75 s, and would run for ever. */
final class NoFunctionConsumesItsOwnOutput implements Rule {

  @Override
  public String id() {
    return "function-consumes-own-output";
  }

  @Override
  public String sentence() {
    return "No function is called with what it emitted itself.";
  }

  @Override
  public Stream<Finding> check(Manifests manifests) {
    return manifests.all(Kind.TRIGGER).flatMap(this::ofTrigger);
  }

  private Stream<Finding> ofTrigger(Resource trigger) {
    TypeFilter filter = new TypeFilter(trigger);
    return Emitters.subscriber(trigger).stream()
        .flatMap(
            service ->
                Emitters.of(service).stream()
                    .filter(type -> filter.lets(type.type()))
                    .map(
                        type ->
                            error(
                                trigger.node().placeOf("spec", "filters"),
                                "%s calls %s with %s, which %s emits itself: a Broker repeats that without an end"
                                    .formatted(trigger, service, type.type(), service),
                                "filter by the exact type that %s is for".formatted(service))));
  }
}
