package com.example.orderflow.wiringcheck.rules;

import com.example.orderflow.wiringcheck.Finding;
import com.example.orderflow.wiringcheck.manifest.Manifests;
import java.util.List;
import java.util.stream.Stream;

/**
 * Nothing is merged with the Broker's delivery: who states a dead letter sink only gets one try.
 */
final class RetriesAreStated implements Rule {
  private static final List<String> ALL = List.of("retry", "backoffPolicy", "backoffDelay");

  @Override
  public String id() {
    return "retries-not-stated";
  }

  @Override
  public String sentence() {
    return "Whatever delivers an event states how often, and with which pauses.";
  }

  @Override
  public Stream<Finding> check(Manifests manifests) {
    return Delivery.all(manifests)
        .flatMap(delivery -> Stream.concat(missing(delivery), none(delivery)));
  }

  private Stream<Finding> missing(Delivery delivery) {
    List<String> missing = ALL.stream().filter(field -> delivery.text(field).isEmpty()).toList();
    return missing.isEmpty()
        ? Stream.empty()
        : Stream.of(
            error(
                delivery.place("retry"),
                "%s does not state %s: nothing is taken from the Broker, so it gets one try"
                    .formatted(delivery.who(), String.join(", ", missing)),
                "add delivery: {retry: 10, backoffPolicy: exponential, backoffDelay: PT0.2S}"));
  }

  private Stream<Finding> none(Delivery delivery) {
    return delivery.text("retry").filter("0"::equals).stream()
        .map(
            zero ->
                error(
                    delivery.place("retry"),
                    "%s has retry 0: whatever restarts for a second makes dead letters"
                        .formatted(delivery.who()),
                    "set retry: 10, which is 11 attempts over 7 minutes"));
  }
}
