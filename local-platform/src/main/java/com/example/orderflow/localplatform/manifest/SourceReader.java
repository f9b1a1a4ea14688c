package com.example.orderflow.localplatform.manifest;

import com.example.orderflow.localplatform.eventing.KafkaSourceSpec;
import com.example.orderflow.localplatform.eventing.PingSourceSpec;
import com.example.orderflow.localplatform.eventing.Schedule;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Reads {@code KafkaSource} and {@code PingSource}.
 *
 * <p>A KafkaSource must say what the real one would decide in an unwelcome way: that delivery is
 * unordered, where a new group begins, and what becomes of an event that is not taken.
 */
final class SourceReader {

  /** The time zone of the containers on a cluster. */
  private static final ZoneId DEFAULT_ZONE = ZoneOffset.UTC;

  private SourceReader() {}

  static KafkaSourceSpec kafkaSource(ManifestNode document, String namespace, String name) {
    ManifestNode spec = document.field("spec");
    spec.accept("bootstrapServers", "the local platform has one Kafka");
    spec.accept("consumers", "one reader has all partitions");
    spec.expect("ordering", "unordered");
    ManifestNode topics = spec.field("topics");
    List<ManifestNode> topic = topics.items();
    if (topic.size() != 1) {
      throw topics.refuse("%d topics; one is interpreted".formatted(topic.size()));
    }
    KafkaSourceSpec source =
        new KafkaSourceSpec(
            namespace,
            name,
            topic.getFirst().text(),
            spec.field("consumerGroup").text(),
            isEarliest(spec.field("initialOffset")),
            AddressReader.read(spec.field("sink")),
            DeliveryReader.read(spec.field("delivery")));
    spec.refuseTheRest();
    return source;
  }

  static PingSourceSpec pingSource(ManifestNode document, String namespace, String name) {
    ManifestNode spec = document.field("spec");
    ZoneId zone = spec.optional("timezone").map(SourceReader::zone).orElse(DEFAULT_ZONE);
    PingSourceSpec source =
        new PingSourceSpec(
            namespace,
            name,
            schedule(spec.field("schedule"), zone),
            spec.optional("contentType").map(ManifestNode::text),
            spec.optional("data").map(ManifestNode::text),
            AddressReader.read(spec.field("sink")));
    spec.refuseTheRest();
    return source;
  }

  private static boolean isEarliest(ManifestNode offset) {
    return switch (offset.text()) {
      case "earliest" -> true;
      case "latest" -> false;
      default -> throw offset.refuse("\"%s\" is not earliest or latest".formatted(offset.text()));
    };
  }

  private static Schedule schedule(ManifestNode cron, ZoneId zone) {
    try {
      return Schedule.of(cron.text(), zone);
    } catch (IllegalArgumentException e) {
      throw cron.refuse(
          "\"%s\" is no cron of five fields, as */1 * * * *: %s"
              .formatted(cron.text(), e.getMessage()));
    }
  }

  private static ZoneId zone(ManifestNode zone) {
    try {
      return ZoneId.of(zone.text());
    } catch (DateTimeException e) {
      throw zone.refuse("\"%s\" is no time zone, as Europe/Berlin".formatted(zone.text()));
    }
  }
}
