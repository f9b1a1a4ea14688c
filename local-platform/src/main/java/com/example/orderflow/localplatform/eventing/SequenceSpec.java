package com.example.orderflow.localplatform.eventing;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * A Sequence over channels of the kind KafkaChannel.
 *
 * @param partitions of each channel's topic, when it must be made
 * @param reply who gets what the last step answers
 */
public record SequenceSpec(
    String namespace, String name, int partitions, List<Step> steps, Optional<Address> reply) {

  /** A step. Its subscriber gets what the step before it answered. */
  public record Step(Address subscriber, DeliverySpec delivery) {
    public Step {
      requireNonNull(subscriber, "subscriber");
      requireNonNull(delivery, "delivery");
    }
  }

  public SequenceSpec {
    requireNonNull(namespace, "namespace");
    requireNonNull(name, "name");
    requireNonNull(reply, "reply");
    steps = List.copyOf(steps);
    if (steps.isEmpty()) {
      throw new IllegalArgumentException("Sequence '%s' has no steps.".formatted(name));
    }
  }

  /** The channel before a step, and the Subscription to it, named as on a cluster. */
  static String channel(String sequence, int step) {
    return "%s-kn-sequence-%d".formatted(sequence, step);
  }

  /** What a channel is called on a cluster. */
  static URI channelUri(String namespace, String channel) {
    return URI.create("http://%s-kn-channel.%s.svc.cluster.local".formatted(channel, namespace));
  }

  /** The topic behind the channel before a step, named as on a cluster. */
  String topic(int step) {
    return "knative-messaging-kafka.%s.%s".formatted(namespace, channel(name, step));
  }

  /**
   * The consumer group of a step. On a cluster it ends with the Subscription's UID, which nobody
   * can know beforehand; here with its name.
   */
  String group(int step) {
    return "kafka.%s.%2$s.%2$s".formatted(namespace, channel(name, step));
  }
}
