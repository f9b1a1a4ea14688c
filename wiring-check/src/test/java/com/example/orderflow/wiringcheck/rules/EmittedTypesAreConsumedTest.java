package com.example.orderflow.wiringcheck.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.orderflow.wiringcheck.Finding;
import com.example.orderflow.wiringcheck.manifest.ManifestSource;
import com.example.orderflow.wiringcheck.manifest.Manifests;
import java.util.List;
import org.junit.jupiter.api.Test;

/** ship-order alone, whose {@code shipment.failed} ends no order and has no function. */
class EmittedTypesAreConsumedTest {

  @Test
  void whatAFunctionSaysBeforeTheEndHasToGoOn() {
    assertThat(check("com.example.payment.completed"))
        .extracting(Finding::problem)
        .singleElement()
        .asString()
        .contains("com.example.shipment.failed", "its orders stand still");
  }

  @Test
  void whatAFunctionSaysAfterTheEndLeavesNoOrderStanding() {
    assertThat(check("com.example.order.rejected")).isEmpty();
  }

  private static List<Finding> check(String trigger) {
    Manifests manifests =
        ManifestSource.read(
            "test",
            """
            {apiVersion: eventing.knative.dev/v1, kind: Broker, metadata: {name: orders}}
            ---
            {apiVersion: serving.knative.dev/v1, kind: Service, metadata: {name: validate-order}}
            ---
            {apiVersion: serving.knative.dev/v1, kind: Service, metadata: {name: ship-order}}
            ---
            apiVersion: eventing.knative.dev/v1
            kind: Trigger
            metadata: {name: ship-order}
            spec:
              broker: orders
              filters: [{exact: {type: %s}}]
              subscriber: {ref: {apiVersion: serving.knative.dev/v1, kind: Service, name: ship-order}}
            ---
            apiVersion: eventing.knative.dev/v1
            kind: Trigger
            metadata: {name: order-events}
            spec:
              broker: orders
              subscriber: {ref: {apiVersion: eventing.knative.dev/v1alpha1, kind: KafkaSink, name: order-events}}
            """
                .formatted(trigger));
    return new EmittedTypesAreConsumed()
        .check(manifests)
        .filter(finding -> finding.problem().contains("ship"))
        .toList();
  }
}
