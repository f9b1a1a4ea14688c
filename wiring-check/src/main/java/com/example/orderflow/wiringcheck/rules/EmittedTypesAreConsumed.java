package com.example.orderflow.wiringcheck.rules;

import com.example.orderflow.events.EventType;
import com.example.orderflow.wiringcheck.Finding;
import com.example.orderflow.wiringcheck.manifest.Kind;
import com.example.orderflow.wiringcheck.manifest.Manifests;
import com.example.orderflow.wiringcheck.manifest.Resource;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * An event that ends nothing and that no function gets leaves its order standing; one that nobody
 * at all gets is not even seen.
 */
final class EmittedTypesAreConsumed implements Rule {

  @Override
  public String id() {
    return "emitted-type-unconsumed";
  }

  @Override
  public String sentence() {
    return "Every type that is emitted has a consumer.";
  }

  @Override
  public Stream<Finding> check(Manifests manifests) {
    return manifests
        .all(Kind.BROKER)
        .flatMap(
            broker ->
                Emitters.emitted(manifests)
                    .filter(type -> !isConsumed(type, manifests))
                    .map(type -> finding(broker, type)));
  }

  private static boolean isConsumed(EventType type, Manifests manifests) {
    boolean atTheEnd = type.outcome().isPresent() || comesAfterTheEnd(type, manifests);
    return manifests
        .all(Kind.TRIGGER)
        .filter(trigger -> new TypeFilter(trigger).lets(type.type()))
        .anyMatch(trigger -> atTheEnd || Emitters.subscriber(trigger).isPresent());
  }

  /** What a function says that only hears of ended orders leaves none of them standing. */
  private static boolean comesAfterTheEnd(EventType type, Manifests manifests) {
    List<TypeFilter> heard =
        manifests
            .all(Kind.TRIGGER)
            .filter(
                trigger -> Emitters.subscriber(trigger).filter(type.source()::equals).isPresent())
            .map(TypeFilter::new)
            .toList();
    return !heard.isEmpty()
        && Arrays.stream(EventType.values())
            .filter(cause -> heard.stream().anyMatch(filter -> filter.lets(cause.type())))
            .allMatch(cause -> cause.outcome().isPresent());
  }

  private Finding finding(Resource broker, EventType type) {
    return error(
        broker.node().place(),
        "%s is emitted by %s, and no Trigger of the Broker %s takes it to %s"
            .formatted(
                type.type(),
                type.source(),
                broker.name(),
                type.outcome().isPresent() ? "anybody" : "a function: its orders stand still"),
        "add a Trigger with filters: [{exact: {type: %s}}]".formatted(type.type()));
  }
}
