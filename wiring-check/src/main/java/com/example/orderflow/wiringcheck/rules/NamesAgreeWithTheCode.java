package com.example.orderflow.wiringcheck.rules;

import com.example.orderflow.events.Channels;
import com.example.orderflow.wiringcheck.Finding;
import com.example.orderflow.wiringcheck.manifest.Kind;
import com.example.orderflow.wiringcheck.manifest.Manifests;
import com.example.orderflow.wiringcheck.manifest.Node;
import com.example.orderflow.wiringcheck.manifest.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The programs have these names as constants: another one in a manifest leads nowhere. */
final class NamesAgreeWithTheCode implements Rule {
  private static final Set<String> SOURCE_TOPICS =
      new TreeSet<>(Set.of(Channels.ORDERS_TOPIC, Channels.SEQUENCE_ORDERS_TOPIC));
  private static final Set<String> SINK_TOPICS =
      new TreeSet<>(Set.of(Channels.ORDER_EVENTS_TOPIC, Channels.DEAD_LETTERS_TOPIC));

  @Override
  public String id() {
    return "name-unknown-to-the-code";
  }

  @Override
  public String sentence() {
    return "Brokers, Sequences, workflows and topics have the names that the programs use.";
  }

  @Override
  public Stream<Finding> check(Manifests manifests) {
    List<Finding> findings = new ArrayList<>();
    named(manifests, Kind.BROKER, Channels.BROKER, findings);
    named(manifests, Kind.SEQUENCE, Channels.SEQUENCE, findings);
    named(manifests, Kind.WORKFLOW_TEMPLATE, Channels.WORKFLOW_TEMPLATE, findings);
    manifests
        .all(Kind.KAFKA_SOURCE)
        .forEach(
            source ->
                source
                    .node()
                    .items("spec", "topics")
                    .forEach(topic -> oneOf(SOURCE_TOPICS, source, topic, findings)));
    manifests
        .all(Kind.KAFKA_SINK)
        .forEach(
            sink ->
                sink.node()
                    .at("spec", "topic")
                    .ifPresent(topic -> oneOf(SINK_TOPICS, sink, topic, findings)));
    return findings.stream();
  }

  private void named(Manifests manifests, Kind kind, String name, List<Finding> findings) {
    manifests
        .all(kind)
        .filter(resource -> !resource.name().equals(name))
        .map(
            resource ->
                error(
                    resource.node().placeOf("metadata", "name"),
                    "%s: the programs know the %s \"%s\"".formatted(resource, kind.kind(), name),
                    "name it %s, or change Channels".formatted(name)))
        .forEach(findings::add);
  }

  private void oneOf(Set<String> known, Resource owner, Node topic, List<Finding> findings) {
    String name = ((Node.Scalar) topic).text();
    if (!known.contains(name)) {
      findings.add(
          error(
              topic.place(),
              "%s has the topic \"%s\"; the programs know %s".formatted(owner, name, known),
              "take one of these, or change Channels"));
    }
  }
}
