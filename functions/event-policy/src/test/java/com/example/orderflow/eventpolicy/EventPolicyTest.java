package com.example.orderflow.eventpolicy;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.orderflow.eventpolicy.testing.Answer;
import com.example.orderflow.eventpolicy.testing.TestEvent;
import com.example.orderflow.events.Channels;
import com.example.orderflow.events.EventIds;
import com.example.orderflow.events.EventType;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of the policy, row by row, over HTTP, in both modes. */
@QuarkusTest
class EventPolicyTest {

  private static final TestEvent ORDER = TestEvent.sample(EventType.ORDER_CREATED);

  @TestHTTPResource("/")
  URI function;

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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "application/xml",
        "application/json5",
        "application/cloudevents+avro",
        "application/cloudevents-batch+json",
        "application/x-www-form-urlencoded"
      })
  void anotherContentTypeThanJsonIsNotTaken(String contentType) {
    assertProblem(sendBinary(ORDER.with("datacontenttype", contentType)), 415, contentType);
  }

  @Test
  void aStructuredEventWithOtherDataThanJsonIsNotTaken() {
    assertProblem(sendStructured(ORDER.with("datacontenttype", "text/xml")), 415, "text/xml");
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json; charset=utf-8", "Application/JSON"})
  void jsonIsTakenHoweverItIsSpelt(String contentType) {
    assertThat(sendBinary(ORDER.with("datacontenttype", contentType)).status()).isEqualTo(200);
  }

  @Test
  void anEventWithoutContentTypeIsJson() {
    assertThat(sendBinary(ORDER.without("datacontenttype")).status()).isEqualTo(200);
    assertThat(sendStructured(ORDER.without("datacontenttype")).status()).isEqualTo(200);
  }

  @Test
  void aStructuredEventIsOneWhateverItsHeadersSay() {
    HttpRequest request =
        HttpRequest.newBuilder(ORDER.structured(function), (name, value) -> true)
            .header("ce-id", "another")
            .build();

    assertThat(Answer.to(request).attribute("causationid")).isEqualTo(ORDER.id());
  }

  @Test
  void theLargestEventIsTaken() {
    int room = Channels.LARGEST_EVENT_BYTES - ORDER.data().toString().length();

    Answer answer = Answer.to(ORDER.binary(function, ORDER.data() + " ".repeat(room)));

    assertThat(answer.status()).isEqualTo(200);
  }

  @Test
  void anEventThatIsTooLargeIsNotTakenWhetherItSaysItsLengthOrNot() {
    byte[] body = new byte[Channels.LARGEST_EVENT_BYTES + 1];
    HttpRequest event = ORDER.binary(function);

    Answer announced =
        Answer.to(
            HttpRequest.newBuilder(event, (n, v) -> true)
                .POST(BodyPublishers.ofByteArray(body))
                .build());
    Answer chunked =
        Answer.to(
            HttpRequest.newBuilder(event, (n, v) -> true)
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                .build());

    assertProblem(announced, 413, "1,000,000 bytes");
    assertProblem(chunked, 413, "1,000,000 bytes");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "PUT", "DELETE", "OPTIONS"})
  void whatIsNotPostedIsNotAllowed(String method) {
    Answer answer =
        Answer.to(HttpRequest.newBuilder(function).method(method, BodyPublishers.noBody()).build());

    assertProblem(answer, 405, method);
    assertThat(answer.header("allow")).isEqualTo("POST");
  }

  @ParameterizedTest
  @ValueSource(strings = {"probe", "elsewhere"})
  void eventsAreTakenOnTheRootOnly(String path) {
    assertProblem(Answer.to(ORDER.binary(function.resolve(path))), 404, "/" + path);
  }

  @ParameterizedTest
  @ValueSource(strings = {EventType.Name.ORDER_SHIPPED, "com.example.unheard.of"})
  void aTypeThatTheFunctionDoesNotHandleIsRefused(String type) {
    assertProblem(sendBinary(ORDER.with("type", type)), 422, type);
    assertProblem(sendStructured(ORDER.with("type", type)), 422, type);
  }

  @Test
  void anEventThatCanNeverBeHandledIsRefusedWithTheFunctionsReason() {
    assertProblem(from(ProbeFunction.REFUSAL), 400, "orderId: sample-1 was never charged");
  }

  @Test
  void aDependencyThatIsDownAsksForAnotherTry() {
    Answer answer = from(ProbeFunction.OUTAGE);

    assertProblem(answer, 503, "gateway: answered 502");
    assertThat(answer.header("retry-after")).isEqualTo("1");
  }

  @Test
  void aBugKeepsItsMessageToItself() {
    Answer answer = from(ProbeFunction.BUG);

    assertProblem(answer, 500, "log");
    assertThat(answer.response().body()).doesNotContain("secret");
  }

  @Test
  void eventsAreTimedByFunctionTypeAndOutcomeAndUnknownTypesMakeNoSeries() {
    sendBinary(ORDER);
    sendBinary(ORDER.with("type", "com.example.made.up"));
    from(ProbeFunction.OUTAGE);

    String metrics =
        Answer.to(HttpRequest.newBuilder(function.resolve("/q/metrics")).build()).response().body();

    assertThat(metrics)
        .contains(count("answered", EventType.Name.ORDER_CREATED))
        .contains(count("postponed", EventType.Name.ORDER_CREATED))
        .contains(count("refused", "unknown"))
        .doesNotContain("com.example.made.up");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/q/health/live", "/q/health/ready"})
  void theProbesAreNoEvents(String probe) {
    Answer answer = Answer.to(HttpRequest.newBuilder(function.resolve(probe)).build());

    assertThat(answer.status()).isEqualTo(200);
  }

  private Answer sendBinary(TestEvent event) {
    return Answer.to(event.binary(function));
  }

  private Answer sendStructured(TestEvent event) {
    return Answer.to(event.structured(function));
  }

  private Answer from(String customer) {
    return sendBinary(ORDER.withData("customerId", customer));
  }

  private static String count(String outcome, String type) {
    return "orderflow_events_seconds_count{function=\"event-policy\",outcome=\"%s\",type=\"%s\"}"
        .formatted(outcome, type);
  }

  private static void assertProblem(Answer answer, int status, String reason) {
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(status);
    assertThat(answer.contentType()).isEqualTo("application/problem+json");
    assertThat(answer.body().path("status").asInt()).isEqualTo(status);
    assertThat(answer.body().path("type").asText()).startsWith("https://");
    assertThat(answer.body().path("title").asText()).isNotBlank();
    assertThat(answer.detail()).contains(reason);
  }
}
