package com.example.orderflow.wiringcheck.rules;

import com.example.orderflow.wiringcheck.Finding;
import com.example.orderflow.wiringcheck.manifest.Kind;
import com.example.orderflow.wiringcheck.manifest.Manifests;
import com.example.orderflow.wiringcheck.manifest.Resource;
import java.util.stream.Stream;

/**
 * In order, at most about 250 events/s pass, and one that fails holds back others. A KafkaSource
 * does so unless told otherwise; a Trigger when told.
 */
final class NothingIsOrderedByAccident implements Rule {
  private static final String ORDER = "kafka.eventing.knative.dev/delivery.order";
  private static final String UNORDERED = "unordered";

  @Override
  public String id() {
    return "ordered-delivery";
  }

  @Override
  public String sentence() {
    return "Nothing is delivered in order by accident.";
  }

  @Override
  public Stream<Finding> check(Manifests manifests) {
    return Stream.concat(
        manifests
            .all(Kind.KAFKA_SOURCE)
            .filter(source -> !isUnordered(source))
            .map(
                source ->
                    error(
                        source.node().placeOf("spec", "ordering"),
                        "%s delivers in order, which is its default: at most about 250 events/s, and one that fails holds back others"
                            .formatted(source),
                        "set spec.ordering: unordered")),
        manifests
            .all(Kind.TRIGGER)
            .filter(trigger -> trigger.annotation(ORDER).filter("ordered"::equals).isPresent())
            .map(
                trigger ->
                    error(
                        trigger.node().placeOf("metadata", "annotations", ORDER),
                        "%s delivers in order: at most about 250 events/s, and one that fails holds back others"
                            .formatted(trigger),
                        "set the annotation to unordered: the functions are right in any order")));
  }

  private static boolean isUnordered(Resource source) {
    return source.node().text("spec", "ordering").filter(UNORDERED::equals).isPresent()
        || source.node().text("spec", "delivery", "ordering").filter(UNORDERED::equals).isPresent();
  }
}
