package com.example.orderflow.contracttests.contract;

import java.util.List;
import java.util.Set;

/** What a platform may have of Knative and Argo, and the kinds by which a cluster shows it. */
enum Engine {
  SERVING("Knative Serving", "services.serving.knative.dev"),
  BROKER(
      "Knative Eventing with the Broker of class Kafka",
      "brokers.eventing.knative.dev",
      "triggers.eventing.knative.dev",
      "consumergroups.internal.kafka.eventing.knative.dev"),
  SEQUENCE(
      "Sequences over KafkaChannels",
      "sequences.flows.knative.dev",
      "kafkachannels.messaging.knative.dev"),
  PING_SOURCE("PingSource", "pingsources.sources.knative.dev"),
  KAFKA_SOURCE("KafkaSource", "kafkasources.sources.knative.dev"),
  KAFKA_SINK("KafkaSink", "kafkasinks.eventing.knative.dev"),
  ARGO("Argo Workflows", "workflows.argoproj.io", "workflowtemplates.argoproj.io");

  private final String title;
  private final List<String> kinds;

  Engine(String title, String... kinds) {
    this.title = title;
    this.kinds = List.of(kinds);
  }

  boolean isAmong(Set<String> installed) {
    return installed.containsAll(kinds);
  }

  /** Why it is not there. */
  String missing() {
    return "%s is not installed (kinds %s)".formatted(title, String.join(", ", kinds));
  }
}
