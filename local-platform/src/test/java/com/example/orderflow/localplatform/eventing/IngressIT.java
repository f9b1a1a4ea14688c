package com.example.orderflow.localplatform.eventing;

import static com.example.orderflow.localplatform.eventing.Platform.event;
import static com.example.orderflow.localplatform.eventing.Platform.header;
import static com.example.orderflow.localplatform.eventing.Subscriber.utf8;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudevents.kafka.KafkaMessageFactory;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The ingress part of the table measured on the real broker, and what is stricter here. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IngressIT {
  private final Platform platform = new Platform();
  private int recordsBefore;

  @BeforeAll
  void start() {
    platform.start();
  }

  @BeforeEach
  void count() {
    recordsBefore = platform.brokerRecords().size();
  }

  @AfterAll
  void stop() {
    platform.close();
  }

  @Test
  void aBinaryEventIsTakenWhenKafkaHasIt() {
    var headers = with("ce-id", "binary", "ce-subject", "order 7", "ce-partitionkey", "7");

    var answer = platform.post(headers, "{\"price\":1.50}");

    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(answer.body()).isEmpty();
    var record = stored("binary");
    assertThat(header(record, "ce_subject")).isEqualTo("order 7");
    assertThat(header(record, "content-type")).isEqualTo("application/json");
    assertThat(utf8(record.key())).isEqualTo("7");
    assertThat(utf8(record.value())).isEqualTo("{\"price\":1.50}");
  }

  @Test
  void theCloudEventsLibraryReadsWhatIsInKafka() {
    platform.post(
        with("ce-id", "library", "ce-subject", "order 7", "ce-time", "2026-01-31T12:00:00Z"), "{}");

    var record = stored("library");
    var event = KafkaMessageFactory.createReader(record).toEvent();

    assertThat(event.getId()).isEqualTo("library");
    assertThat(event.getSubject()).isEqualTo("order 7");
    assertThat(event.getTime()).isEqualTo("2026-01-31T12:00:00Z");
    assertThat(event.getDataContentType()).isEqualTo("application/json");
  }

  @Test
  void aStructuredEventKeepsEveryDigitOfItsData() {
    var data = "{ \"a\": 1.50, \"b\": 12345678901234567.890 }";

    var answer =
        platform.structured(
            """
            {"data":%s,"specversion":"1.0","id":"s","source":"/tests","type":"t","size":5.0}\
            """
                .formatted(data));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    var record = stored("s");
    assertThat(utf8(record.value())).isEqualTo(data);
    assertThat(header(record, "content-type")).isEqualTo("application/json");
    assertThat(header(record, "ce_size")).isEqualTo("5.0");
    assertThat(record.key()).isNull();
  }

  @Test
  void anEventWithoutDataIsARecordWithoutValue() {
    platform.post(event("no-data"), "");

    assertThat(stored("no-data").value()).isNull();
  }

  @Test
  void anEmptyIdIsTaken() {
    assertThat(platform.post(with("ce-id", ""), "{}").statusCode()).isEqualTo(202);
  }

  @ParameterizedTest
  @ValueSource(strings = {"source", "type"})
  void anEmptySourceOrTypeIsRefusedBecauseNoTriggerWouldMatch(String name) {
    var answer = platform.post(with("ce-" + name, ""), "{}");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains(name + " is empty");
  }

  @Test
  void specversion03IsTaken() {
    assertThat(platform.post(with("ce-specversion", "0.3"), "{}").statusCode()).isEqualTo(202);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ce-specversion", "ce-id", "ce-source", "ce-type"})
  void aMissingAttributeIsRefused(String name) {
    var headers = new HashMap<>(event("id"));
    headers.remove(name);

    refused(platform.post(headers, "{}"), 400, name.substring(3));
  }

  @ParameterizedTest
  @CsvSource({
    "ce-specversion, 2.0, specversion is",
    "ce-time, yesterday, RFC 3339",
    "ce-source, a b, must be a URI",
    "ce-my_name, x, names no attribute",
    "ce-subject, %C0%A0, percent-encoding",
    "content-type, application/cloudevents-batch+json, one event at a time",
    "content-type, application/cloudevents+xml, is not taken",
  })
  void aWrongAttributeIsRefused(String name, String value, String reason) {
    refused(platform.post(with(name, value), "[]"), 400, reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"specversion\":\"1.0\"|no JSON",
        "{} {}|goes on",
        "[]|must be a JSON object",
        "{\"specversion\":\"1.0\",\"datacontenttype\":\"a\\r\\nx: y\"}|printable ASCII",
        "''|must be a JSON object",
        "{\"specversion\":\"1.0\",\"specversion\":\"1.0\"}|given twice",
        "{\"specversion\":\"1.0\",\"id\":{}}|is an object or array",
        "{\"specversion\":\"1.0\",\"data\":1,\"data_base64\":\"MQ==\"}|data twice",
        "{\"specversion\":\"1.0\",\"data_base64\":\"%\"}|no base64",
        "{\"specversion\":\"1.0\",\"id\":\"1\"}|type is missing; every event needs one. source is"
            + " missing",
      })
  void aBrokenStructuredEventIsRefused(String json, String reason) {
    refused(platform.structured(json), 400, reason);
  }

  @Test
  void aRequestThatIsNoEventIsRefused() {
    refused(
        platform.post(Map.of("content-type", "application/json"), "{}"), 400, "This is no event");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "PUT", "DELETE"})
  void onlyPostIsAllowed(String method) {
    refused(platform.request(method, path("orders"), event("id"), "{}"), 405, method);
  }

  @Test
  void anUnknownBrokerIsNotFound() {
    refused(platform.request("POST", path("nobody"), event("id"), "{}"), 404, path("nobody"));
  }

  @Test
  void anEventThatCanNeverFitIsRefusedForGood() {
    refused(platform.post(event("large"), "x".repeat(1_000_001)), 413, "1000000");
  }

  @Test
  void aRequestTwentyTimesTooLargeIsRefusedToo() {
    refused(platform.post(event("large"), "x".repeat(20_000_000)), 413, "1000000");
  }

  @Test
  void anEventThatFitsOnlyWithoutItsAttributesIsRefusedForGood() {
    refused(platform.post(event("large"), "x".repeat(999_990)), 413, "1000000");
  }

  @Test
  void aLargeEventThatFitsIsTaken() {
    assertThat(platform.post(event("large"), "x".repeat(999_000)).statusCode()).isEqualTo(202);
  }

  @Test
  void base64IsDecoded() {
    var bytes = Base64.getEncoder().encodeToString("ü".getBytes(UTF_8));

    platform.structured(
        """
        {"specversion":"1.0","id":"b","source":"/tests","type":"t","datacontenttype":"text/plain","data_base64":"%s"}\
        """
            .formatted(bytes));

    assertThat(utf8(stored("b").value())).isEqualTo("ü");
  }

  private ConsumerRecord<byte[], byte[]> stored(String id) {
    return platform.brokerRecords().stream()
        .filter(record -> id.equals(header(record, "ce_id")))
        .findFirst()
        .orElseThrow();
  }

  private void refused(HttpResponse<String> answer, int status, String reason) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
    assertThat(answer.body()).contains(reason);
    assertThat(platform.brokerRecords()).hasSize(recordsBefore);
  }

  private String path(String broker) {
    return "/%s/%s".formatted(platform.namespace, broker);
  }

  private static Map<String, String> with(String... more) {
    var headers = new HashMap<>(event("id"));
    for (int i = 0; i < more.length; i += 2) {
      headers.put(more[i], more[i + 1]);
    }
    return headers;
  }
}
