package com.example.orderflow.localplatform.eventing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who reads what.
 *
 * <pre>
 *   Trigger        topic of its Broker ─► subscriber ─► reply: its Broker
 *   KafkaSource    its topic ──────────► sink           (replies are not looked at)
 *   Sequence       channel 0 ─► step 0 ─► reply: channel 1 ─► step 1 ─► … ─► reply of the Sequence
 * </pre>
 */
final class Routes {
  private final Directory directory;

  private Routes(Directory directory) {
    this.directory = directory;
  }

  static List<Route> of(EventingSpec spec, Directory directory) {
    var routes = new Routes(directory);
    var all = new ArrayList<Route>();
    spec.triggers().forEach(trigger -> all.add(routes.trigger(trigger)));
    spec.kafkaSources().forEach(source -> all.add(routes.kafkaSource(source)));
    for (var sequence : spec.sequences()) {
      for (int step = 0; step < sequence.steps().size(); step++) {
        all.add(routes.step(sequence, step));
      }
    }
    return all;
  }

  private Route trigger(TriggerSpec trigger) {
    var namespace = trigger.namespace();
    var broker = directory.broker(namespace, trigger.broker());
    var replies = new Address.BrokerAddress(trigger.broker());
    return route(
        "Trigger " + trigger.name(),
        namespace,
        Feed.of(broker.topic(), trigger.group()).only(trigger.filter()),
        trigger.subscriber(),
        trigger.delivery().orElse(broker.delivery()),
        Optional.of(directory.stop(namespace, replies)));
  }

  private Route kafkaSource(KafkaSourceSpec source) {
    var feed =
        new Feed(
            source.topic(),
            source.group(),
            source.fromEarliest() ? Feed.Start.EARLIEST : Feed.Start.LATEST,
            new SourceRecords(source.eventSource()),
            EventFilter.EVERY_EVENT);
    return route(
        "KafkaSource " + source.name(),
        source.namespace(),
        feed,
        source.sink(),
        source.delivery(),
        Optional.empty());
  }

  private Route step(SequenceSpec sequence, int number) {
    var step = sequence.steps().get(number);
    boolean last = number == sequence.steps().size() - 1;
    return route(
        "Sequence %s, step %d".formatted(sequence.name(), number),
        sequence.namespace(),
        Feed.of(sequence.topic(number), sequence.group(number)),
        step.subscriber(),
        step.delivery(),
        last
            ? sequence.reply().map(reply -> directory.stop(sequence.namespace(), reply))
            : Optional.of(directory.channel(sequence, number + 1)));
  }

  private Route route(
      String name,
      String namespace,
      Feed feed,
      Address subscriber,
      DeliverySpec delivery,
      Optional<Route.Stop> reply) {
    return new Route(
        name,
        feed,
        directory.stop(namespace, subscriber),
        delivery,
        reply,
        delivery.deadLetterSink().map(sink -> directory.stop(namespace, sink)));
  }
}
