package com.example.orderflow.localplatform.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.orderflow.events.Channels;
import com.example.orderflow.events.EventType;
import com.example.orderflow.localplatform.eventing.Address;
import com.example.orderflow.localplatform.eventing.DeliverySpec;
import com.example.orderflow.localplatform.eventing.EventingSpec;
import com.example.orderflow.localplatform.eventing.KafkaSourceSpec;
import com.example.orderflow.localplatform.eventing.SequenceSpec;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Sequences, KafkaSources and PingSources. */
class FlowManifestsTest extends DeployedManifests {
  private static final String SEQUENCE = "50.Sequence.order-sequence.yaml";
  private static final String SOURCE = "60.KafkaSource.orders.yaml";
  private static final String PING = "74.PingSource.sweep.yaml";

  @Test
  void everyOrderTopicHasASourceThatTakesItWhereItsWiringBegins() {
    List<KafkaSourceSpec> sources = deployed().kafkaSources();

    assertThat(sources)
        .extracting(KafkaSourceSpec::topic)
        .containsExactly(Channels.ORDERS_TOPIC, Channels.SEQUENCE_ORDERS_TOPIC);
    assertThat(sources)
        .extracting(KafkaSourceSpec::sink)
        .containsExactly(
            new Address.BrokerAddress(Channels.BROKER),
            new Address.SequenceAddress(Channels.SEQUENCE));
    assertThat(sources).allMatch(KafkaSourceSpec::fromEarliest);
  }

  @Test
  void theSequenceIsThePipelineOnTheRailwayPath() {
    SequenceSpec sequence = deployed().sequences().getFirst();

    assertThat(sequence.name()).isEqualTo(Channels.SEQUENCE);
    assertThat(sequence.steps())
        .extracting(SequenceSpec.Step::subscriber)
        .containsExactly(
            onRailway(EventType.Source.VALIDATE_ORDER),
            onRailway(EventType.Source.PROCESS_PAYMENT),
            onRailway(EventType.Source.SHIP_ORDER),
            onRailway(EventType.Source.PROCESS_PAYMENT));
    assertThat(sequence.reply()).contains(new Address.BrokerAddress(Channels.BROKER));
  }

  @Test
  void everySourceAndStepStatesRetriesAndTimeoutAndLosesNothing() {
    assertThat(
            Stream.concat(
                deployed().kafkaSources().stream().map(KafkaSourceSpec::delivery),
                deployed().sequences().getFirst().steps().stream()
                    .map(SequenceSpec.Step::delivery)))
        .allSatisfy(
            delivery -> {
              assertThat(delivery.retry()).isPositive();
              assertThat(delivery.timeout()).isLessThan(DeliverySpec.DEFAULT_TIMEOUT);
              assertThat(delivery.deadLetterSink())
                  .contains(new Address.KafkaSinkAddress(Channels.DEAD_LETTERS_TOPIC));
            });
  }

  @Test
  void theSweepComesEveryMinute() {
    assertThat(deployed().pingSources())
        .singleElement()
        .satisfies(
            ping ->
                assertThat(ping.sink())
                    .isEqualTo(new Address.ServiceAddress("orchestration", "/sweeps")));
  }

  @Test
  void manifestsMayStandInAnyOrder() {
    replace("kustomization.yaml", "resources:\n", "resources:\n  - " + SOURCE + "\n");
    replace("kustomization.yaml", "  - " + SOURCE + "\n  - 61", "  - 61");

    assertThat(Manifests.read(folder).eventing().kafkaSources()).hasSize(2);
  }

  @Test
  void aKafkaSourceMustSayThatItIsUnordered() {
    replace(SOURCE, "  ordering: unordered\n", "");

    assertRefused("60.KafkaSource.orders.yaml", "ordering is missing");
  }

  @Test
  void anOrderedKafkaSourceIsRefused() {
    replace(SOURCE, "ordering: unordered", "ordering: ordered");

    assertRefused("60.KafkaSource.orders.yaml:18: spec.ordering", "\"ordered\" is not interpreted");
  }

  @Test
  void orderingInDeliveryWhichAClusterPassesOverIsRefused() {
    replace(SOURCE, "    retry: 10\n", "    retry: 10\n    ordering: unordered\n");

    assertRefused("spec.delivery.ordering: is not interpreted");
  }

  @Test
  void aKafkaSourceMustSayWhereItBegins() {
    replace(SOURCE, "initialOffset: earliest", "initialOffset: yesterday");

    assertRefused("spec.initialOffset", "\"yesterday\" is not earliest or latest");
  }

  @Test
  void aKafkaSourceOfTwoTopicsIsRefused() {
    replace(SOURCE, "    - orders\n", "    - orders\n    - more-orders\n");

    assertRefused("spec.topics", "2 topics");
  }

  @Test
  void aKafkaSourceWithoutDeliveryIsRefused() {
    replace(SOURCE, "  delivery:", "  consumers: 1\n  notDelivery:");

    assertRefused("delivery is missing");
  }

  @Test
  void aSinkThatNoManifestMakesIsRefused() {
    replace("61.KafkaSource.sequence-orders.yaml", "name: order-sequence", "name: ordr-sequence");

    assertRefused("61.KafkaSource.sequence-orders.yaml", "ordr-sequence", "no manifest makes");
  }

  @Test
  void aSequenceOverOtherChannelsIsRefused() {
    replace(SEQUENCE, "kind: KafkaChannel", "kind: InMemoryChannel");

    assertRefused(
        "50.Sequence.order-sequence.yaml:10: spec.channelTemplate.kind", "InMemoryChannel");
  }

  @Test
  void aStepThatStatesNoDeliveryIsRefused() {
    replace(SEQUENCE, "      delivery:\n", "      audience: me\n      notDelivery:\n");

    assertRefused("spec.steps[0]: delivery is missing");
  }

  @Test
  void aReplyThatKafkaDoesNotTakeIsRefused() {
    replace(
        SEQUENCE,
        "      apiVersion: eventing.knative.dev/v1\n      kind: Broker\n      name: orders\n",
        "      apiVersion: v1\n      kind: Service\n      name: orchestration\n");

    assertRefused("spec.reply", "the local platform knows a Broker");
  }

  @Test
  void aPathAtSomethingWithoutPathsIsRefused() {
    replace(SEQUENCE, "      name: orders\n", "      name: orders\n    uri: /orders\n");

    assertRefused("spec.reply.uri", "a Broker has no paths");
  }

  @Test
  void aScheduleThatIsNoneIsRefused() {
    replace(PING, "*/1 * * * *", "every minute");

    assertRefused("74.PingSource.sweep.yaml:7: spec.schedule: \"every minute\" is no cron");
  }

  @Test
  void aTimeZoneThatIsNoneIsRefused() {
    replace(PING, "spec:\n", "spec:\n  timezone: Europe/Atlantis\n");

    assertRefused("spec.timezone", "\"Europe/Atlantis\" is no time zone");
  }

  @Test
  void aPingSourceHasNoDelivery() {
    replace(PING, "spec:\n", "spec:\n  delivery: {retry: 1}\n");

    assertRefused("spec.delivery: is not interpreted");
  }

  private static EventingSpec deployed() {
    return Manifests.read(DEPLOYED).eventing();
  }

  private static Address onRailway(String function) {
    return new Address.ServiceAddress(function, Channels.RAILWAY_PATH);
  }

  private void assertRefused(String... words) {
    assertThatThrownBy(() -> Manifests.read(folder))
        .isInstanceOf(ManifestException.class)
        .hasMessageContainingAll(words);
  }
}
