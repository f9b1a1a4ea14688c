package com.example.orderflow.localplatform.eventing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All that eventing runs. */
public record EventingSpec(
    List<BrokerSpec> brokers,
    List<TriggerSpec> triggers,
    List<KafkaSinkSpec> kafkaSinks,
    List<SequenceSpec> sequences,
    List<KafkaSourceSpec> kafkaSources,
    List<PingSourceSpec> pingSources) {

  public EventingSpec {
    brokers = List.copyOf(brokers);
    triggers = List.copyOf(triggers);
    kafkaSinks = List.copyOf(kafkaSinks);
    sequences = List.copyOf(sequences);
    kafkaSources = List.copyOf(kafkaSources);
    pingSources = List.copyOf(pingSources);
  }

  /** Brokers, with who listens to them. */
  public static EventingSpec of(
      List<BrokerSpec> brokers, List<TriggerSpec> triggers, List<KafkaSinkSpec> kafkaSinks) {
    return new EventingSpec(brokers, triggers, kafkaSinks, List.of(), List.of(), List.of());
  }

  /** Partitions of every topic, for those that must be made. */
  Map<String, Integer> topics() {
    Map<String, Integer> partitions = new HashMap<>();
    brokers.forEach(broker -> partitions.put(broker.topic(), broker.partitions()));
    kafkaSinks.forEach(sink -> partitions.put(sink.topic(), sink.partitions()));
    kafkaSources.forEach(source -> partitions.put(source.topic(), KafkaSourceSpec.PARTITIONS));
    for (SequenceSpec sequence : sequences) {
      for (int step = 0; step < sequence.steps().size(); step++) {
        partitions.put(sequence.topic(step), sequence.partitions());
      }
    }
    return partitions;
  }
}
