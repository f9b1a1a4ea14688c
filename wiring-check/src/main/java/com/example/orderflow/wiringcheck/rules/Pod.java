package com.example.orderflow.wiringcheck.rules;

import com.example.orderflow.wiringcheck.manifest.Kind;
import com.example.orderflow.wiringcheck.manifest.Manifests;
import com.example.orderflow.wiringcheck.manifest.Node;
import com.example.orderflow.wiringcheck.manifest.Resource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The pods that an object makes. */
record Pod(Resource owner, Node spec) {

  static Stream<Pod> all(Manifests manifests) {
    return manifests.resources().stream().flatMap(resource -> of(resource).stream());
  }

  static Optional<Pod> of(Resource resource) {
    return Stream.of(Kind.values())
        .filter(resource::is)
        .findFirst()
        .flatMap(
            kind ->
                switch (kind) {
                  case POD -> resource.node().at("spec");
                  case FUNCTION, DEPLOYMENT, STATEFUL_SET, JOB ->
                      resource.node().at("spec", "template", "spec");
                  case CRON_JOB ->
                      resource.node().at("spec", "jobTemplate", "spec", "template", "spec");
                  default -> Optional.empty();
                })
        .map(spec -> new Pod(resource, spec));
  }

  List<Node> containers() {
    return Stream.of("initContainers", "containers")
        .flatMap(list -> spec.items(list).stream())
        .toList();
  }

  /** The value of a variable that is stated as such. */
  Optional<String> env(String name) {
    return containers().stream()
        .flatMap(container -> container.items("env").stream())
        .filter(variable -> variable.text("name").filter(name::equals).isPresent())
        .findFirst()
        .flatMap(variable -> variable.text("value"));
  }

  boolean has(String variable) {
    return containers().stream()
        .flatMap(container -> container.items("env").stream())
        .anyMatch(env -> env.text("name").filter(variable::equals).isPresent());
  }
}
