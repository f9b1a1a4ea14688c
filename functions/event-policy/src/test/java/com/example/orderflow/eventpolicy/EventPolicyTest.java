package com.example.orderflow.eventpolicy;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.orderflow.eventpolicy.testing.Answer;
import com.example.orderflow.eventpolicy.testing.TestEvent;
import com.example.orderflow.events.EventIds;
import com.example.orderflow.events.EventType;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpRequest;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of the policy over HTTP, in both modes: what is answered, and what is malformed. */
@QuarkusTest
class EventPolicyTest extends PolicyOverHttp {

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void anEventIsAnsweredInItsOwnModeWithAnEventThatNamesItsCause(boolean binary) {
    Answer answer = binary ? sendBinary(ORDER) : sendStructured(ORDER);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.contentType())
        .isEqualTo(binary ? "application/json" : "application/cloudevents+json");
    assertThat(answer.attribute("specversion")).isEqualTo("1.0");
    assertThat(answer.attribute("type")).isEqualTo(EventType.ORDER_REJECTED.type());
    assertThat(answer.attribute("source")).isEqualTo(EventType.ORDER_REJECTED.source());
    assertThat(answer.attribute("id"))
        .isEqualTo(EventIds.ofReply("order-service", ORDER.id(), EventType.ORDER_REJECTED));
    assertThat(answer.attribute("subject")).isEqualTo("sample-1");
    assertThat(answer.attribute("partitionkey")).isEqualTo("sample-1");
    assertThat(answer.attribute("causationid")).isEqualTo(ORDER.id());
    assertThat(answer.attribute("traceparent"))
        .isEqualTo("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
    assertThat(answer.attribute("dataschema")).isEqualTo(EventType.ORDER_REJECTED.dataSchema());
    assertThat(OffsetDateTime.parse(answer.attribute("time"))).isNotNull();
    assertThat(answer.data().path("orderId").asText()).isEqualTo("sample-1");
  }

  @Test
  void aRepeatedEventIsAnsweredWithTheSameId() {
    assertThat(sendBinary(ORDER).attribute("id"))
        .isEqualTo(sendBinary(ORDER).attribute("id"))
        .isEqualTo(sendStructured(ORDER).attribute("id"));
  }

  @Test
  void theTraceIsTakenFromTheExtensionAndNeverFromTheHttpHeader() {
    HttpRequest request =
        HttpRequest.newBuilder(ORDER.without("traceparent").binary(function), (n, v) -> true)
            .header("traceparent", "00-11111111111111111111111111111111-2222222222222222-01")
            .build();

    assertThat(Answer.to(request).attribute("traceparent")).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"specversion", "id", "source", "type"})
  void anEventWithoutARequiredAttributeIsMalformed(String attribute) {
    assertProblem(sendBinary(ORDER.without(attribute)), 400, attribute + ": missing");
    assertProblem(sendStructured(ORDER.without(attribute)), 400, attribute + ": missing");
    assertProblem(sendStructured(ORDER.with(attribute, null)), 400, attribute + ": missing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"specversion", "id", "source", "type"})
  void anEventWithABlankRequiredAttributeIsMalformed(String attribute) {
    assertProblem(sendBinary(ORDER.with(attribute, "")), 400, attribute + ": \"\" is blank");
    assertProblem(sendStructured(ORDER.with(attribute, " ")), 400, attribute + ": \" \" is blank");
  }

  @ParameterizedTest
  @ValueSource(strings = {"specversion", "id", "source", "type", "subject"})
  void aStructuredEventWithANumberForATextIsMalformed(String attribute) {
    assertProblem(sendStructured(ORDER.with(attribute, 1)), 400, attribute + ": 1 is not a string");
  }

  @ParameterizedTest
  @ValueSource(strings = {"yesterday", "2026-13-45T99:99:99Z", "2026-01-31", "0", ""})
  void aTimeThatIsNoneIsMalformed(String time) {
    assertProblem(
        sendBinary(ORDER.with("time", time)), 400, "time: \"" + time + "\" is not in RFC");
    assertProblem(
        sendStructured(ORDER.with("time", time)), 400, "time: \"" + time + "\" is not in RFC");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.3", "1", "1.0.0", "2.0"})
  void anotherVersionOfCloudEventsIsMalformed(String version) {
    assertProblem(
        sendBinary(ORDER.with("specversion", version)), 400, version + "\" is not \"1.0\"");
    assertProblem(
        sendStructured(ORDER.with("specversion", version)), 400, version + "\" is not \"1.0\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                                    | the body is empty
          null                                  | data: null
          {                                     | line 1, column 2
          {"orderId":"a","lines":[}             | line 1, column 25
          {} {}                                 | orderId
          []                                    | data: Cannot deserialize value of type `Order`
          "text"                                | data: a JSON object should be here, not String value
          {"lines":[]}                          | orderId
          {"orderId":7,"lines":[]}              | data.orderId
          {"orderId":"a b","lines":[]}          | orderId: "a b" is not 1 to 64 of
          {"orderId":"a"}                       | lines
          {"orderId":"a","lines":[null]}        | lines[]
          {"orderId":"a","orderId":"b"}         | Duplicate field 'orderId'
          {"orderId":"a","lines":[{"quantity":"x","unitPrice":1}]} | data.lines[0].quantity: Cannot coerce String value ("x")
          {"orderId":"a","lines":[{"quantity":1.5,"unitPrice":1}]} | data.lines[0].quantity
          {"orderId":"a","lines":[{"quantity":99999999999999999999,"unitPrice":1}]} | data.lines[0].quantity
          """)
  void dataThatDoesNotBindIsMalformedAndTheReasonIsGiven(String body, String reason) {
    Answer answer = Answer.to(ORDER.without("subject").binary(function, body));

    assertProblem(answer, 400, reason);
    assertThat(answer.detail()).doesNotContain("com.example", "Source:", "Coercion", "Feature");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                     | nothing where a JSON object
          []                     | START_ARRAY where a JSON object
          {"id":                 | line 1
          {"id":"1","id":"2"}    | Duplicate field 'id'
          {"id":{}}              | id: an attribute is no
          {"data":{}} {}         | after the event's end
          """)
  void aStructuredBodyThatIsNoEventIsMalformed(String body, String reason) {
    assertProblem(Answer.to(TestEvent.structured(function, body)), 400, reason);
  }

  @Test
  void aStructuredEventWithoutDataIsMalformed() {
    assertProblem(sendStructured(ORDER.without("data")), 400, "data: missing or null");
    assertProblem(sendStructured(ORDER.with("data", null)), 400, "data: missing or null");
    assertProblem(
        sendStructured(ORDER.without("data").with("data_base64", "e30=")), 400, "no data_base64");
  }

  @Test
  void dataAboutAnotherOrderThanTheSubjectIsMalformed() {
    assertProblem(
        sendBinary(ORDER.with("subject", "other")),
        400,
        "subject: \"other\" is not the data's orderId \"sample-1\"");
  }
}
