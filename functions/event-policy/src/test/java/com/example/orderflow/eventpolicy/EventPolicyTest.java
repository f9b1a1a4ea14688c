package com.example.orderflow.eventpolicy;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.orderflow.eventpolicy.testing.Answer;
import com.example.orderflow.eventpolicy.testing.PolicyRow;
import com.example.orderflow.eventpolicy.testing.PolicyTable;
import com.example.orderflow.events.EventIds;
import com.example.orderflow.events.EventType;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpRequest;
import java.time.OffsetDateTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
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

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void anEventOfWhichNothingFollowsIsTakenWithoutAnAnswer(boolean binary) {
    Answer answer = binary ? sendBinary(REFUND) : sendStructured(REFUND);

    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.header("ce-type")).isNull();
    assertThat(answer.response().body()).isEmpty();
    assertThat(metrics()).contains(count("answered", EventType.PAYMENT_REFUNDED.type()));
  }

  @ParameterizedTest
  @MethodSource
  void aMalformedEventOfWhichNothingFollowsIsRefusedAlike(PolicyRow row) {
    assertAnswered(row);
  }

  static Stream<PolicyRow> aMalformedEventOfWhichNothingFollowsIsRefusedAlike() {
    return PolicyTable.malformed(REFUND);
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
  @MethodSource
  void aMalformedEventIsRefusedWithTheReason(PolicyRow row) {
    assertAnswered(row);
  }

  static Stream<PolicyRow> aMalformedEventIsRefusedWithTheReason() {
    return PolicyTable.malformed(ORDER);
  }

  @ParameterizedTest
  @MethodSource
  void dataThatDoesNotBindIsMalformedAndTheReasonIsGiven(PolicyRow row) {
    assertAnswered(row);
  }

  static Stream<PolicyRow> dataThatDoesNotBindIsMalformedAndTheReasonIsGiven() {
    return PolicyTable.orderData();
  }
}
