package com.example.orderflow.wiringcheck.rules;

import com.example.orderflow.wiringcheck.Finding;
import com.example.orderflow.wiringcheck.manifest.Kind;
import com.example.orderflow.wiringcheck.manifest.Manifests;
import com.example.orderflow.wiringcheck.manifest.Resource;
import java.util.stream.Stream;

/** Eventing waits 600 s for an answer when nobody says less, and a hanging function stops all. */
final class TimeoutsAreStated implements Rule {

  @Override
  public String id() {
    return "timeout-not-stated";
  }

  @Override
  public String sentence() {
    return "Every delivery, function and workflow states how long it may take.";
  }

  @Override
  public Stream<Finding> check(Manifests manifests) {
    return Stream.of(
            Delivery.all(manifests)
                .filter(delivery -> delivery.text("timeout").isEmpty())
                .map(
                    delivery ->
                        error(
                            delivery.place("timeout"),
                            "%s states no timeout: it waits 600 s for each answer"
                                .formatted(delivery.who()),
                            "add delivery.timeout: PT30S, the timeoutSeconds of the functions")),
            manifests
                .all(Kind.FUNCTION)
                .filter(
                    service ->
                        service.node().text("spec", "template", "spec", "timeoutSeconds").isEmpty())
                .map(service -> missing(service, "timeoutSeconds: 30", "spec", "template", "spec")),
            manifests
                .all(Kind.WORKFLOW_TEMPLATE)
                .filter(template -> template.node().text("spec", "activeDeadlineSeconds").isEmpty())
                .map(template -> missing(template, "activeDeadlineSeconds: 900", "spec")))
        .flatMap(findings -> findings);
  }

  private Finding missing(Resource resource, String field, String... holder) {
    return error(
        resource.node().placeOf(holder),
        "%s does not state how long it may take".formatted(resource),
        "add %s.%s".formatted(String.join(".", holder), field));
  }
}
