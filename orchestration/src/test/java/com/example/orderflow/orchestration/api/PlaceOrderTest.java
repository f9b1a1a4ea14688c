package com.example.orderflow.orchestration.api;

import static com.example.orderflow.orchestration.Api.order;
import static com.example.orderflow.orchestration.Api.unnamed;
import static org.assertj.core.api.Assertions.assertThat;

import com.example.orderflow.orchestration.Api;
import com.example.orderflow.orchestration.Api.Heard;
import com.example.orderflow.orchestration.OrchestrationParts;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(OrchestrationParts.class)
class PlaceOrderTest {

  @TestHTTPResource URI url;

  private Api api;

  @BeforeEach
  void speak() {
    api = new Api(url);
  }

  @Test
  void anOrderIsAcceptedUnderItsId() {
    Heard answer = api.place(order("place-1"));

    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.header("Location")).endsWith("/orders/place-1");
    assertThat(answer.text("orderId")).isEqualTo("place-1");
    assertThat(answer.text("wiring")).isEqualTo("broker");
    assertThat(answer.text("state")).isEqualTo("placed");
    assertThat(answer.body().at("/links/events").asText()).isEqualTo("/orders/place-1/events");
  }

  @Test
  void anOrderWithoutAnIdGetsOneThatRisesWithTime() {
    String first = api.place(unnamed(1)).text("orderId");

    String second = api.place(unnamed(1)).text("orderId");

    assertThat(second).hasSize(36).isNotEqualTo(first);
    assertThat(second.substring(0, 13)).isGreaterThanOrEqualTo(first.substring(0, 13));
  }

  @Test
  void theSameOrderAgainIsTheSameOrder() {
    api.place(order("place-2"));

    Heard answer = api.place(order("place-2"));

    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.text("orderId")).isEqualTo("place-2");
  }

  @Test
  void anotherOrderUnderAKnownIdIsAConflict() {
    api.place(order("place-3", 1));

    Heard answer = api.place(order("place-3", 2));

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.text("detail")).contains("\"place-3\" is another order");
  }

  @Test
  void aKnownOrderForAnotherWiringIsAConflict() {
    api.place(order("place-4"));

    Heard answer = api.send(api.posting("/orders?wiring=sequence", order("place-4")));

    assertThat(answer.status()).isEqualTo(409);
  }

  @Test
  void fiftyTimesTheSameKeyAtOnceIsOneOrder() {
    List<Heard> answers = Api.atOnce(50, n -> api.place(unnamed(1), "key-50"));

    assertThat(answers).extracting(Heard::status).containsOnly(202);
    assertThat(answers)
        .extracting(a -> a.text("orderId"))
        .containsOnly(answers.getFirst().text("orderId"));
  }

  @Test
  void theSameKeyWithOtherOrdersAtOnceIsOneOrder() {
    List<Heard> answers = Api.atOnce(50, n -> api.place(unnamed(n + 1), "key-others"));

    assertThat(answers).extracting(Heard::status).containsOnlyOnce(202).contains(422);
    assertThat(answers).filteredOn(a -> a.status() == 422).hasSize(49);
  }

  @Test
  void everyViolationIsNamedAtOnce() {
    Heard answer =
        api.send(
            api.posting(
                    "/orders?wiring=carrier-pigeon",
                    """
                    {"orderId": "a b", "customerId": 7, "destination": "GB",
                     "lines": [{"quantity": 1.5, "unitPrice": 1}, 3]}""")
                .header("Idempotency-Key", "k".repeat(201)));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.fields())
        .containsExactly(
            "wiring",
            "Idempotency-Key",
            "orderId",
            "customerId",
            "destination",
            "lines[0].quantity",
            "lines[1]");
    assertThat(answer.body().at("/violations/5/value").asText()).isEqualTo("1.5");
    assertThat(answer.body().at("/violations/5/rule").asText()).contains("whole number");
  }

  @Test
  void brokenJsonIsRefusedWithItsPlace() {
    Heard answer = api.place("{\"lines\": [");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text("detail")).contains("line 1, column");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "null", "7", "[]", "\"order\"", "{}", "{\"lines\": null}"})
  void whatIsNoOrderIsRefused(String body) {
    Heard answer = api.place(body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.fields()).hasSize(1);
  }

  @Test
  void aRequestWithoutABodyIsRefused() {
    Heard answer = api.send(api.to("/orders").POST(BodyPublishers.noBody()));

    assertThat(answer.status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "application", "application/", ";", "application/xml"})
  void aContentTypeThatIsNoneIsRefused(String contentType) {
    Heard answer =
        api.send(
            api.to("/orders")
                .POST(BodyPublishers.ofString(unnamed(1)))
                .header("Content-Type", contentType));

    assertThat(answer.status()).isEqualTo(415);
  }

  @Test
  void aTextThatNoDatabaseHoldsIsRefusedAndHarmsNoOther() {
    List<Heard> answers =
        Api.atOnce(
            20,
            n ->
                api.place(
                    unnamed(1).replace("17850", n == 7 ? "\\u0000" : n == 8 ? "\\ud800" : "c")));

    assertThat(answers).filteredOn(a -> a.status() == 202).hasSize(18);
    assertThat(answers.get(7).fields()).containsExactly("customerId");
    assertThat(answers.get(8).fields()).containsExactly("customerId");
  }

  @Test
  void anotherContentTypeIsRefused() {
    Heard answer =
        api.send(
            api.to("/orders")
                .POST(BodyPublishers.ofString("x"))
                .header("Content-Type", "text/plain"));

    assertThat(answer.status()).isEqualTo(415);
    assertThat(answer.text("detail")).contains("text/plain");
  }

  @Test
  void aBodyThatIsTooLargeIsRefusedWhetherItsLengthIsAnnouncedOrNot() {
    String large = unnamed(1).replace("HOLDER", "x".repeat(1_000_000));

    Heard announced = api.place(large);
    Heard streamed =
        api.send(
            api.to("/orders")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.fromPublisher(BodyPublishers.ofString(large))));

    assertThat(announced.status()).isEqualTo(413);
    assertThat(streamed.status()).isEqualTo(413);
    assertThat(streamed.text("detail")).contains("990,000");
  }

  @Test
  void anUnknownPathAndAnUnknownMethodAreProblems() {
    assertThat(api.get("/nowhere").text("title")).isEqualTo("There is nothing at this path");
    assertThat(api.send(api.to("/orders").DELETE()).status()).isEqualTo(405);
  }
}
