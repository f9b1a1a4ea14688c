package com.example.orderflow.eventpolicy;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.orderflow.eventpolicy.testing.Answer;
import com.example.orderflow.eventpolicy.testing.TestEvent;
import com.example.orderflow.events.Channels;
import com.example.orderflow.events.EventType;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The path for a line of steps: an event of another step passes, all else is as on the root. */
@QuarkusTest
class RailwayTest extends PolicyOverHttp {

  /** Digits that a double has no room for, and an extension of somebody else's. */
  private static final String DATA = "{\"total\": 12345678901234567.890, \"note\": 1.50}";

  private static final TestEvent OTHERS =
      TestEvent.sample(EventType.ORDER_REJECTED).with("knativekafkaoffset", "7");

  @Test
  void anotherStepsEventPassesAsItCameInBinaryMode() {
    HttpRequest sent = OTHERS.with("subject", "a%20b").binary(railway(), DATA);

    Answer answer = Answer.to(sent);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.contentType()).isEqualTo("application/json");
    assertThat(answer.response().body()).isEqualTo(DATA);
    assertThat(attributes(answer)).isEqualTo(attributes(sent));
  }

  @Test
  void anotherStepsEventPassesAsItCameInStructuredMode() {
    String body =
        """
        {"specversion":"1.0", "type":"com.example.order.rejected", "source":"validate-order",
         "id":"1", "count":7, "data":%s}"""
            .formatted(DATA);

    Answer answer = Answer.to(TestEvent.structured(railway(), body));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.contentType()).isEqualTo("application/cloudevents+json");
    assertThat(answer.response().body()).isEqualTo(body);
    assertThat(answer.header("ce-id")).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json; charset=utf-8", "Application/JSON"})
  void theContentTypeStaysAsItWasSpelt(String contentType) {
    Answer answer = Answer.to(OTHERS.with("datacontenttype", contentType).binary(railway()));

    assertThat(answer.contentType()).isEqualTo(contentType);
  }

  @Test
  void anEventWithoutContentTypePassesWithoutOne() {
    assertThat(Answer.to(OTHERS.without("datacontenttype").binary(railway())).contentType())
        .isNull();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void theFunctionsOwnEventIsAnsweredAsOnTheRoot(boolean binary) {
    Answer answer = Answer.to(binary ? ORDER.binary(railway()) : ORDER.structured(railway()));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.attribute("type")).isEqualTo(EventType.ORDER_REJECTED.type());
    assertThat(answer.attribute("id")).isEqualTo(sendBinary(ORDER).attribute("id"));
  }

  @ParameterizedTest
  @CsvSource({"bug,500", "outage,503", "refusal,400"})
  void theFunctionsFailuresAreAsOnTheRoot(String customer, int status) {
    Answer answer = Answer.to(ORDER.withData("customerId", customer).binary(railway()));

    assertProblem(answer, status, "");
  }

  @ParameterizedTest
  @ValueSource(strings = {"specversion", "id", "source", "type"})
  void aMalformedEventDoesNotPass(String attribute) {
    TestEvent malformed = OTHERS.without(attribute);

    assertProblem(Answer.to(malformed.binary(railway())), 400, attribute + ": missing");
    assertProblem(Answer.to(malformed.structured(railway())), 400, attribute + ": missing");
  }

  @Test
  void whatIsNoEventDoesNotPass() {
    HttpRequest asked = HttpRequest.newBuilder(railway()).GET().build();
    String large = " ".repeat(Channels.LARGEST_EVENT_BYTES + 1);

    assertProblem(Answer.to(asked), 405, "GET");
    assertProblem(
        Answer.to(OTHERS.with("datacontenttype", "text/xml").binary(railway())), 415, "text/xml");
    assertProblem(Answer.to(OTHERS.binary(railway(), large)), 413, "1,000,000 bytes");
    assertProblem(Answer.to(OTHERS.binary(function.resolve("/railway/on"))), 404, "/railway/on");
  }

  @Test
  void whatPassesIsTimedApart() {
    Answer.to(OTHERS.binary(railway()));

    assertThat(metrics()).contains(count("passed-on", EventType.Name.ORDER_REJECTED));
  }

  private URI railway() {
    return function.resolve(Channels.RAILWAY_PATH);
  }

  private static Object attributes(HttpRequest sent) {
    return sent.headers().map().entrySet().stream()
        .filter(h -> h.getKey().startsWith("ce-"))
        .toList();
  }

  private static Object attributes(Answer answer) {
    return answer.response().headers().map().entrySet().stream()
        .filter(header -> header.getKey().startsWith("ce-"))
        .toList();
  }
}
