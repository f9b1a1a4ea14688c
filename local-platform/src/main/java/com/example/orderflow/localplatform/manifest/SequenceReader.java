package com.example.orderflow.localplatform.manifest;

import com.example.orderflow.localplatform.eventing.Address;
import com.example.orderflow.localplatform.eventing.SequenceSpec;
import java.util.Optional;

/** Reads {@code flows.knative.dev/v1 Sequence}. Every step must state its delivery itself. */
final class SequenceReader {
  private static final int MOST_PARTITIONS = 1_000;

  private SequenceReader() {}

  static SequenceSpec read(ManifestNode document, String namespace, String name) {
    ManifestNode spec = document.field("spec");
    int partitions = partitions(spec.field("channelTemplate"));
    ManifestNode steps = spec.field("steps");
    if (steps.items().isEmpty()) {
      throw steps.refuse("is empty; a Sequence has at least one step");
    }
    Optional<Address> reply = spec.optional("reply").map(SequenceReader::reply);
    spec.refuseTheRest();
    return new SequenceSpec(
        namespace,
        name,
        partitions,
        steps.items().stream().map(SequenceReader::step).toList(),
        reply);
  }

  private static SequenceSpec.Step step(ManifestNode step) {
    SequenceSpec.Step read =
        new SequenceSpec.Step(
            AddressReader.readAmongOthers(step), DeliveryReader.read(step.field("delivery")));
    step.refuseTheRest();
    return read;
  }

  private static int partitions(ManifestNode template) {
    template.expect("apiVersion", "messaging.knative.dev/v1beta1");
    template.expect("kind", "KafkaChannel");
    ManifestNode channel = template.field("spec");
    template.refuseTheRest();
    channel.accept("replicationFactor", "the local platform has one Kafka of one node");
    int partitions = channel.field("numPartitions").integer(1, MOST_PARTITIONS);
    channel.refuseTheRest();
    return partitions;
  }

  /** A reply is held until it is taken, so it goes to what will take it: Kafka. */
  private static Address reply(ManifestNode reply) {
    Address address = AddressReader.read(reply);
    if (address instanceof Address.ServiceAddress || address instanceof Address.UriAddress) {
      throw reply.refuse(
          "%s is not interpreted; the local platform knows a Broker, a Sequence and a KafkaSink"
              .formatted(address));
    }
    return address;
  }
}
