package com.example.orderflow.localplatform.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.orderflow.events.Channels;
import com.example.orderflow.events.EventType;
import com.example.orderflow.localplatform.eventing.Address;
import com.example.orderflow.localplatform.eventing.BrokerSpec;
import com.example.orderflow.localplatform.eventing.DeliverySpec;
import com.example.orderflow.localplatform.eventing.EventFilter;
import com.example.orderflow.localplatform.eventing.TriggerSpec;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Brokers, Triggers, KafkaSinks and Knative Services. */
class ManifestsTest extends DeployedManifests {

  @Test
  void theDeployedManifestsUseTheNamesOfTheContract() {
    Manifests manifests = Manifests.read(DEPLOYED);

    assertThat(manifests.eventing().brokers())
        .singleElement()
        .extracting("name")
        .isEqualTo(Channels.BROKER);
    assertThat(manifests.eventing().kafkaSinks())
        .extracting("topic")
        .containsExactly(Channels.ORDER_EVENTS_TOPIC, Channels.DEAD_LETTERS_TOPIC);
    assertThat(manifests.services())
        .extracting(service -> service.spec().name())
        .contains(
            EventType.Source.VALIDATE_ORDER,
            EventType.Source.PROCESS_PAYMENT,
            EventType.Source.SHIP_ORDER);
  }

  @Test
  void everyTriggerOfAFunctionIsForAKnownEventType() {
    assertThat(Manifests.read(DEPLOYED).eventing().triggers())
        .filteredOn(trigger -> trigger.subscriber() instanceof Address.ServiceAddress)
        .extracting(TriggerSpec::filter)
        .contains(
            only(EventType.ORDER_CREATED),
            only(EventType.ORDER_VALIDATED),
            only(EventType.PAYMENT_COMPLETED),
            only(EventType.SHIPMENT_FAILED))
        .isSubsetOf(Arrays.stream(EventType.values()).map(ManifestsTest::only).toList());
  }

  @Test
  void everyTriggerStatesRetriesAndTimeoutAndLosesNothing() {
    assertThat(Manifests.read(DEPLOYED).eventing().triggers())
        .extracting(trigger -> trigger.delivery().orElseThrow())
        .allSatisfy(
            delivery -> {
              assertThat(delivery.retry()).isPositive();
              assertThat(delivery.timeout()).isLessThan(DeliverySpec.DEFAULT_TIMEOUT);
              assertThat(delivery.deadLetterSink())
                  .contains(new Address.KafkaSinkAddress(Channels.DEAD_LETTERS_TOPIC));
            });
  }

  @Test
  void aTriggerThatStatesASinkOnlyHasOneTry() {
    replace(
        "42.Trigger.ship-order.yaml",
        "    retry: 10\n    backoffPolicy: exponential\n    backoffDelay: PT0.2S\n    timeout: PT30S\n",
        "");

    DeliverySpec delivery = trigger(Manifests.read(folder), "ship-order").delivery().orElseThrow();

    assertThat(delivery.retry()).isZero();
    assertThat(delivery.timeout()).isEqualTo(DeliverySpec.DEFAULT_TIMEOUT);
    assertThat(delivery.deadLetterSink()).isPresent();
  }

  @Test
  void aBrokersConfigMapStatesItsPartitions() {
    replace(
        "10.ConfigMap.orders-broker.yaml", "topic.partitions: \"10\"", "topic.partitions: \"4\"");

    assertThat(Manifests.read(folder).eventing().brokers())
        .singleElement()
        .extracting(BrokerSpec::partitions)
        .isEqualTo(4);
  }

  @Test
  void environmentVariablesComeFromSecretsAndConfigMaps() {
    ServiceManifest service =
        Manifests.read(DEPLOYED).services().stream()
            .filter(s -> s.spec().name().equals(EventType.Source.PROCESS_PAYMENT))
            .findFirst()
            .orElseThrow();

    assertThat(service.resolve(value -> Optional.of(value.toString())).env())
        .containsEntry(
            "PAYMENT_GATEWAY_URL", new EnvValue.ConfigMapKey("sandbox", "url").toString())
        .containsEntry(
            "DATABASE_URL", new EnvValue.SecretKey("process-payment-database", "url").toString());
  }

  @Test
  void aReferenceThatNothingAnswersIsRefused() {
    ServiceManifest service =
        Manifests.read(DEPLOYED).services().stream()
            .filter(s -> !s.env().variables().isEmpty())
            .findFirst()
            .orElseThrow();

    assertThatThrownBy(() -> service.resolve(value -> Optional.empty()))
        .isInstanceOf(ManifestException.class)
        .hasMessageContaining("Service")
        .hasMessageContaining("the local platform has no");
  }

  @Test
  void aFieldThatIsNotInterpretedIsRefusedByFileLineAndField() {
    replace("40.Trigger.validate-order.yaml", "  broker: orders", "  broker: orders\n  order: no");

    assertThatThrownBy(() -> Manifests.read(folder))
        .isInstanceOf(ManifestException.class)
        .hasMessageContaining("40.Trigger.validate-order.yaml:10: spec.order: is not interpreted");
  }

  @Test
  void aTrafficSplitIsRefused() {
    replace("34.Service.ship-order.yaml", "spec:\n", "spec:\n  traffic: []\n");

    assertThatThrownBy(() -> Manifests.read(folder))
        .hasMessageContaining("34.Service.ship-order.yaml:9: spec.traffic: is not interpreted");
  }

  @Test
  void aSecretThatMayBeMissingIsRefused() {
    replace("34.Service.ship-order.yaml", "key: url", "key: url\n                  optional: true");

    assertThatThrownBy(() -> Manifests.read(folder))
        .hasMessageContaining("optional: is not interpreted");
  }

  @Test
  void aSubscriberOverHttpsIsRefused() {
    replace(
        "42.Trigger.ship-order.yaml",
        "    ref:\n      apiVersion: serving.knative.dev/v1\n      kind: Service\n      name: ship-order\n",
        "    uri: https://shop.example.com\n");

    assertThatThrownBy(() -> Manifests.read(folder))
        .hasMessageContaining("42.Trigger.ship-order.yaml:14: spec.subscriber.uri");
  }

  @Test
  void aKindThatIsNotInterpretedIsRefused() {
    replace("20.KafkaSink.order-events.yaml", "kind: KafkaSink", "kind: RedisSink");

    assertThatThrownBy(() -> Manifests.read(folder))
        .hasMessageContaining("20.KafkaSink.order-events.yaml:3: kind")
        .hasMessageContaining("RedisSink");
  }

  @Test
  void aSubscriberThatNoManifestMakesIsRefused() {
    replace("42.Trigger.ship-order.yaml", "      name: ship-order", "      name: ship-ordr");

    assertThatThrownBy(() -> Manifests.read(folder))
        .hasMessageContaining("42.Trigger.ship-order.yaml")
        .hasMessageContaining("ship-ordr");
  }

  @Test
  void orderedDeliveryIsRefused() {
    replace("42.Trigger.ship-order.yaml", "delivery.order: unordered", "delivery.order: ordered");

    assertThatThrownBy(() -> Manifests.read(folder))
        .hasMessageContaining("\"ordered\" is not interpreted; the local platform knows");
  }

  @Test
  void aBrokenYamlFileIsRefusedByFileAndLine() {
    replace("42.Trigger.ship-order.yaml", "spec:", "spec: [");

    assertThatThrownBy(() -> Manifests.read(folder))
        .hasMessageContaining("42.Trigger.ship-order.yaml:")
        .hasMessageContaining("no YAML");
  }

  @Test
  void filtersNestAndWinOverFilterAttributes() {
    replace(
        "42.Trigger.ship-order.yaml",
        "    - exact:\n        type: com.example.payment.completed\n",
        """
            - any:
                - prefix: {type: com.example.}
                - not: {suffix: {subject: x}}
            - cesql: "type LIKE '%completed'"
          filter:
            attributes: {type: other}
        """);

    TriggerSpec trigger = trigger(Manifests.read(folder), "ship-order");

    assertThat(trigger.filter())
        .isEqualTo(
            new EventFilter.All(
                List.of(
                    new EventFilter.Any(
                        List.of(
                            new EventFilter.Prefix(Map.of("type", "com.example.")),
                            new EventFilter.Not(new EventFilter.Suffix(Map.of("subject", "x"))))),
                    ((EventFilter.All) trigger.filter()).filters().get(1))));
    assertThat(((EventFilter.All) trigger.filter()).filters().get(1))
        .hasFieldOrPropertyWithValue("text", "type LIKE '%completed'");
  }

  private static EventFilter only(EventType type) {
    return new EventFilter.All(List.of(new EventFilter.Exact(Map.of("type", type.type()))));
  }

  private static TriggerSpec trigger(Manifests manifests, String name) {
    return manifests.eventing().triggers().stream()
        .filter(trigger -> trigger.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
