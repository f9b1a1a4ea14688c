package com.example.orderflow.wiringcheck.rules;

import com.example.orderflow.wiringcheck.Finding;
import com.example.orderflow.wiringcheck.manifest.Manifests;
import java.util.stream.Stream;

/** An event that cannot be delivered and has nowhere to go is dropped, with a log line at best. */
final class DeadLettersEverywhere implements Rule {

  @Override
  public String id() {
    return "no-dead-letter-sink";
  }

  @Override
  public String sentence() {
    return "Whatever delivers an event says where it goes when that fails.";
  }

  @Override
  public Stream<Finding> check(Manifests manifests) {
    return Delivery.all(manifests)
        .filter(delivery -> !delivery.hasDeadLetterSink())
        .map(
            delivery ->
                error(
                    delivery.place("deadLetterSink"),
                    "%s has no dead letter sink: an event that it cannot deliver is lost"
                        .formatted(delivery.who()),
                    "add delivery.deadLetterSink: {ref: {apiVersion: eventing.knative.dev/v1alpha1, kind: KafkaSink, name: dead-letters}}"));
  }
}
