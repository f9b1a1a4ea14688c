package com.example.orderflow.eventpolicy;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.orderflow.eventpolicy.testing.Answer;
import com.example.orderflow.eventpolicy.testing.PolicyRow;
import com.example.orderflow.eventpolicy.testing.PolicyTable;
import com.example.orderflow.events.Channels;
import com.example.orderflow.events.EventType;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpRequest;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of the policy over HTTP: what is not taken, what fails, what is timed. */
@QuarkusTest
class EventPolicyRefusalTest extends PolicyOverHttp {

  @ParameterizedTest
  @MethodSource
  void whatIsNotTakenIsRefusedWithTheReason(PolicyRow row) {
    assertAnswered(row);
  }

  static Stream<PolicyRow> whatIsNotTakenIsRefusedWithTheReason() {
    return PolicyTable.notTaken(ORDER);
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
  void whatIsNotPostedIsToldWhatIsAllowed() {
    assertThat(Answer.to(HttpRequest.newBuilder(function).build()).header("allow"))
        .isEqualTo("POST");
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

    assertThat(metrics())
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
}
