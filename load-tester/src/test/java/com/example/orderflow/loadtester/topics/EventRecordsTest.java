package com.example.orderflow.loadtester.topics;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.orderflow.events.Channels;
import com.example.orderflow.loadtester.Ending;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class EventRecordsTest {
  private static final Map<String, String> SHIPPED =
      Map.of(
          "ce_specversion", "1.0",
          "ce_type", "com.example.order.shipped",
          "ce_source", "ship-order",
          "ce_id", "1",
          "ce_subject", "a",
          "ce_causationid", "0",
          "content-type", "application/json");

  @Test
  void anEventInBinaryModeIsRead() {
    SeenEvent event = read(Channels.ORDER_EVENTS_TOPIC, SHIPPED, "{}").orElseThrow();

    assertThat(event.orderId()).isEqualTo("a");
    assertThat(event.key()).isEqualTo(new SeenEvent.Key("ship-order", "1", false));
    assertThat(event.causationId()).contains("0");
    assertThat(event.recordedAt()).isEqualTo(Instant.ofEpochMilli(1_000));
    assertThat(event.ending()).contains(Ending.SHIPPED);
    assertThat(event.data()).asString().isEqualTo("{}");
  }

  @Test
  void anEventInStructuredModeIsRead() {
    String json =
        "{\"specversion\":\"1.0\",\"type\":\"com.example.order.shipped\",\"source\":\"ship-order\",\"id\":\"1\",\"subject\":\"a\",\"data\":{}}";

    assertThat(
            read(
                Channels.ORDER_EVENTS_TOPIC,
                Map.of("content-type", "application/cloudevents+json"),
                json))
        .get()
        .extracting(SeenEvent::ending)
        .isEqualTo(Optional.of(Ending.SHIPPED));
  }

  @Test
  void aDeadLetterKeepsItsReason() {
    String answer =
        Base64.getEncoder().encodeToString("{\"rule\":\"ü\"}".getBytes(StandardCharsets.UTF_8));
    Map<String, String> headers = new HashMap<>(SHIPPED);
    headers.put("ce_knativeerrordest", "http://ship-order/");
    headers.put("ce_knativeerrorcode", "400");
    headers.put("ce_knativeerrordata", answer);

    SeenEvent event = read(Channels.DEAD_LETTERS_TOPIC, headers, "{}").orElseThrow();

    assertThat(event.ending()).contains(Ending.DEAD_LETTERED);
    assertThat(event.deadLetter())
        .contains(
            new DeadLetter(
                "http://ship-order/", Optional.of("400"), Optional.of("{\"rule\":\"ü\"}")));
  }

  @Test
  void aDeadLetterMayHaveNoReason() {
    assertThat(read(Channels.DEAD_LETTERS_TOPIC, SHIPPED, "{}").orElseThrow().deadLetter())
        .contains(new DeadLetter("unknown", Optional.empty(), Optional.empty()));
  }

  @Test
  void anAnswerThatIsNoBase64IsShownAsItStands() {
    Map<String, String> headers = new HashMap<>(SHIPPED);
    headers.put("ce_knativeerrordata", "plain text");

    assertThat(read(Channels.DEAD_LETTERS_TOPIC, headers, "{}").orElseThrow().deadLetter())
        .contains(new DeadLetter("unknown", Optional.empty(), Optional.of("plain text")));
  }

  @Test
  void aRecordThatIsNoEventOfAnOrderIsLeftOut() {
    Map<String, String> withoutSubject = new HashMap<>(SHIPPED);
    withoutSubject.remove("ce_subject");

    assertThat(read(Channels.ORDER_EVENTS_TOPIC, withoutSubject, "{}")).isEmpty();
    assertThat(read(Channels.ORDER_EVENTS_TOPIC, Map.of(), "{}")).isEmpty();
    assertThat(
            read(
                Channels.ORDER_EVENTS_TOPIC,
                Map.of("content-type", "application/cloudevents+json"),
                "{"))
        .isEmpty();
  }

  @Test
  void anEventWithoutDataIsReadToo() {
    assertThat(read(Channels.ORDER_EVENTS_TOPIC, SHIPPED, null).orElseThrow().data()).isEmpty();
  }

  private static Optional<SeenEvent> read(String topic, Map<String, String> headers, String value) {
    RecordHeaders recordHeaders = new RecordHeaders();
    headers.forEach((name, text) -> recordHeaders.add(name, text.getBytes(StandardCharsets.UTF_8)));
    byte[] bytes = value == null ? null : value.getBytes(StandardCharsets.UTF_8);
    return EventRecords.read(
        new ConsumerRecord<>(
            topic,
            0,
            0,
            1_000,
            TimestampType.CREATE_TIME,
            0,
            0,
            new byte[0],
            bytes,
            recordHeaders,
            Optional.empty()));
  }
}
