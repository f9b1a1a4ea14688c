package com.example.orderflow.wiringcheck.rules;

import com.example.orderflow.events.EventType;
import com.example.orderflow.wiringcheck.Finding;
import com.example.orderflow.wiringcheck.manifest.Kind;
import com.example.orderflow.wiringcheck.manifest.Manifests;
import com.example.orderflow.wiringcheck.manifest.Resource;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A Trigger on a type that nobody emits never fires: a typing error, or a function left out. */
final class TriggerTypesAreEmitted implements Rule {

  @Override
  public String id() {
    return "trigger-type-not-emitted";
  }

  @Override
  public String sentence() {
    return "The type that a Trigger waits for is emitted by somebody.";
  }

  @Override
  public Stream<Finding> check(Manifests manifests) {
    return manifests
        .all(Kind.TRIGGER)
        .filter(trigger -> !new TypeFilter(trigger).isOpen())
        .filter(
            trigger ->
                Emitters.emitted(manifests)
                    .noneMatch(type -> new TypeFilter(trigger).lets(type.type())))
        .map(trigger -> finding(trigger, manifests));
  }

  private Finding finding(Resource trigger, Manifests manifests) {
    return error(
        trigger.node().placeOf("spec", "filters", "0", "exact", "type"),
        "%s waits for %s, which nobody of this deployment emits"
            .formatted(
                trigger,
                trigger
                    .node()
                    .text("spec", "filters", "0", "exact", "type")
                    .map("\"%s\""::formatted)
                    .orElse("types")),
        "wait for one of "
            + Emitters.emitted(manifests).map(EventType::type).collect(Collectors.joining(", "))
            + ", or deploy who emits it");
  }
}
