package com.example.orderflow.contracttests.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.example.orderflow.probe.Call;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a Broker takes, and how it arrives. */
@Needs(Engine.BROKER)
abstract class IngressContract extends Contract {
  private static final String SEEN = "contract.seen";
  private static final Map<String, String> STRUCTURED =
      Map.of("content-type", "application/cloudevents+json");

  static Stream<Arguments> events() {
    return Stream.of(
        arguments("as it should be", 202, Map.of()),
        arguments("of specversion 0.3", 202, Map.of("ce-specversion", "0.3")),
        arguments("with an empty id", 202, Map.of("ce-id", "")),
        arguments("without an id", 400, without("ce-id")),
        arguments("without a source", 400, without("ce-source")),
        arguments("without a type", 400, without("ce-type")),
        arguments("without a specversion", 400, without("ce-specversion")),
        arguments("of specversion 2.0", 400, Map.of("ce-specversion", "2.0")),
        arguments("with a time that is none", 400, Map.of("ce-time", "yesterday")));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("events")
  void anEventInBinaryModeIsAnswered(String what, int status, Map<String, String> changed) {
    Map<String, String> headers = event(SEEN);
    changed.forEach(
        (name, value) -> headers.compute(name, (n, old) -> value.equals("-") ? null : value));

    assertThat(post(headers, "{}").status()).isEqualTo(status);
  }

  static Stream<Arguments> bodies() {
    return Stream.of(
        arguments("as it should be", 202, STRUCTURED, structured("1")),
        arguments("cut off", 400, STRUCTURED, "{\"specversion\":\"1.0\","),
        arguments(
            "of a batch",
            400,
            Map.of("content-type", "application/cloudevents-batch+json"),
            "[%s]".formatted(structured("1"))),
        arguments("that is no event", 400, Map.of("content-type", "application/json"), "{}"));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("bodies")
  void aBodyIsAnswered(String what, int status, Map<String, String> headers, String body) {
    assertThat(post(headers, body.replace("KEY", key)).status()).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({"GET, /contract, 405", "PUT, /contract, 405", "POST, /unknown, 404"})
  void onlyPostToABrokerIsTaken(String method, String broker, int status) {
    URI uri = platform().broker(broker.substring(1));

    assertThat(Http.send(method, uri, event(SEEN), method.equals("GET") ? "" : "{}").status())
        .isEqualTo(status);
  }

  @Test
  void anEventOfMoreThanAMegabyteIsRefusedHereForGoodAndThereForNow() {
    String large = "\"%s\"".formatted("x".repeat(1_100_000));

    assertThat(post(event(SEEN), large).status()).isEqualTo(differs(413, 503));
  }

  @Test
  void anEventArrivesInBinaryModeWithItsPlaceInKafka() {
    Map<String, String> headers = event(SEEN);
    headers.put("ce-amount", "7");

    post(headers, "{\"price\":1.50}");

    Call call = desk.getsOne(key, "seen");
    assertThat(text(call)).isEqualTo("{\"price\":1.50}");
    assertThat(call.headers())
        .containsEntry("ce-id", "id-" + key)
        .containsEntry("ce-type", SEEN)
        .containsEntry("ce-source", "/contract")
        .containsEntry("ce-amount", "7")
        .containsEntry("content-type", "application/json")
        .containsEntry("prefer", "reply")
        .containsKeys("ce-knativekafkapartition", "ce-knativekafkaoffset");
  }

  @Test
  void decimalsInStructuredModeKeepTheirDigitsHereAndAreWrittenAnewThere() {
    post(STRUCTURED, structured("12345678901234567.890").replace("KEY", key));

    assertThat(text(desk.getsOne(key, "seen")))
        .contains(differs("12345678901234567.890", "1.2345678901234568E16"));
  }

  private static Map<String, String> without(String header) {
    return new HashMap<>(Map.of(header, "-"));
  }

  private static String structured(String number) {
    return """
    {"specversion":"1.0","id":"1","source":"/contract","type":"contract.seen","subject":"KEY",\
    "datacontenttype":"application/json","data":{"price":%s}}\
    """
        .formatted(number);
  }
}
