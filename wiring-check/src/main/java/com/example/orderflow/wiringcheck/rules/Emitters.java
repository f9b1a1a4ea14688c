package com.example.orderflow.wiringcheck.rules;

import com.example.orderflow.events.EventType;
import com.example.orderflow.wiringcheck.manifest.Kind;
import com.example.orderflow.wiringcheck.manifest.Manifests;
import com.example.orderflow.wiringcheck.manifest.Resource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Who of a deployment emits which types: the contract says it, the manifests who is there. */
final class Emitters {
  /** The order service, whose source is not its name. */
  private static final String ORCHESTRATION = "orchestration";

  private Emitters() {}

  /** The types that somebody emits who is deployed. */
  static Stream<EventType> emitted(Manifests manifests) {
    return Arrays.stream(EventType.values()).filter(type -> isThere(manifests, type.source()));
  }

  static boolean isThere(Manifests manifests, String source) {
    return source.equals(EventType.Source.ORDER_SERVICE)
        ? manifests.find(Kind.DEPLOYMENT, ORCHESTRATION).isPresent()
        : manifests.find(Kind.FUNCTION, source).isPresent();
  }

  /** The types that this Service emits; none when it is no function of Orderflow's. */
  static List<EventType> of(String service) {
    return Arrays.stream(EventType.values()).filter(type -> type.source().equals(service)).toList();
  }

  /** The Service that a Trigger calls. */
  static Optional<String> subscriber(Resource trigger) {
    return trigger
        .node()
        .text("spec", "subscriber", "ref", "kind")
        .filter("Service"::equals)
        .flatMap(kind -> trigger.node().text("spec", "subscriber", "ref", "name"));
  }
}
