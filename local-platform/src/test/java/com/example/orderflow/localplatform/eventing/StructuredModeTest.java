package com.example.orderflow.localplatform.eventing;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StructuredModeTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.50",
        "12345678901234567.890",
        "1E+400",
        "-0.0",
        "{ \"price\" : 1.50 ,\"nested\":{\"a\":[1, 2.00,\n3]} }",
        "[1.10, {}]",
        "\"a \\u00fc \\\" ü\"",
        "true",
        "{}",
      })
  void jsonDataIsCutOutAsItStands(String data) {
    assertThat(data(event("\"data\":" + data))).isEqualTo(data);
    assertThat(data(event("\"data\" : " + data + " , \"other\":1"))).isEqualTo(data);
  }

  @Test
  void multibyteAttributesBeforeTheDataDoNotShiftTheCut() {
    assertThat(data(event("\"subject\":\"Grüße €\",\"data\":{\"a\":1}"))).isEqualTo("{\"a\":1}");
  }

  @Test
  void textIsNotQuoted() {
    assertThat(data(event("\"datacontenttype\":\"text/plain\",\"data\":\"a \\u00fc\"")))
        .isEqualTo("a ü");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"text/json", "application/problem+json", "application/json; charset=utf-8"})
  void everyJsonTypeIsJson(String type) {
    assertThat(data(event("\"datacontenttype\":\"" + type + "\",\"data\":\"a\"")))
        .isEqualTo("\"a\"");
  }

  @Test
  void dataWithoutATypeIsJson() {
    assertThat(event("\"data\":1").attribute("datacontenttype")).isEqualTo("application/json");
  }

  @Test
  void noDataIsNoData() {
    assertThat(event("\"data\":null").data()).isEmpty();
    assertThat(event("\"data\":null").attributes()).doesNotContainKey("datacontenttype");
    assertThat(event("\"a\":1").data()).isEmpty();
  }

  @Test
  void base64IsDecoded() {
    assertThat(data(event("\"data_base64\":\"eA==\""))).isEqualTo("x");
  }

  @Test
  void base64OfVersion03IsDecoded() {
    var event =
        read(
            """
        {"specversion":"0.3","id":"1","source":"/s","type":"t","data":"eA==","datacontentencoding":"base64"}""");

    assertThat(data(event)).isEqualTo("x");
    assertThat(event.attributes()).doesNotContainKey("datacontentencoding");
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "1.50, 1.50", "true, true", "'\"x\"', x"})
  void extensionsBecomeStrings(String json, String text) {
    assertThat(event("\"ext\":" + json).attribute("ext")).isEqualTo(text);
  }

  @Test
  void aNullAttributeIsAbsent() {
    assertThat(event("\"ext\":null").attributes()).doesNotContainKey("ext");
  }

  @Test
  void anotherCharsetIsRefused() {
    var message = "{\"specversion\":\"1.0\",\"id\":\"1\",\"data\":{}}".getBytes(UTF_16);

    assertThat(StructuredMode.read(message))
        .isInstanceOfSatisfying(
            Reading.Unreadable.class, refused -> assertThat(refused.reason()).contains("UTF-8"));
  }

  @Test
  void everyViolationIsNamed() {
    var reading = StructuredMode.read("{\"specversion\":\"7\",\"time\":\"noon\"}".getBytes(UTF_8));

    assertThat(reading)
        .isInstanceOfSatisfying(
            Reading.Unreadable.class, refused -> assertThat(refused.problems()).hasSize(5));
  }

  private static Event event(String members) {
    return read(
        "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/s\",\"type\":\"t\"," + members + "}");
  }

  private static Event read(String json) {
    var reading = StructuredMode.read(json.getBytes(UTF_8));
    assertThat(reading).isInstanceOf(Reading.Read.class);
    return ((Reading.Read) reading).event();
  }

  private static String data(Event event) {
    return new String(event.data(), UTF_8);
  }
}
