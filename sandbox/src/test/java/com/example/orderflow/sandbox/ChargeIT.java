package com.example.orderflow.sandbox;

import static com.example.orderflow.sandbox.Sandbox.charge;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.orderflow.sandbox.Sandbox.Heard;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LedgerDatabase.class)
class ChargeIT {
  @TestHTTPResource URI url;
  private Sandbox sandbox;

  @BeforeEach
  void connect() {
    sandbox = new Sandbox(url);
  }

  @Test
  void aChargeIsMadeAndEntered() throws Exception {
    Heard heard = sandbox.post("/charges", "charge-c1", charge("c1", "tok_ok", 3564));

    assertThat(heard.status()).isEqualTo(201);
    assertThat(heard.text("orderId")).isEqualTo("c1");
    assertThat(heard.body().at("/amount/minorUnits").asLong()).isEqualTo(3564);
    assertThat(sandbox.entries("c1"))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.path("kind").asText()).isEqualTo("charge");
              assertThat(entry.path("id").asText()).isEqualTo(heard.text("chargeId"));
              assertThat(entry.path("minorUnits").asLong()).isEqualTo(3564);
              assertThat(entry.path("currency").asText()).isEqualTo("GBP");
            });
  }

  @Test
  void aRepeatedChargeAnswersTheFirstCharge() throws Exception {
    Heard first = sandbox.post("/charges", "charge-c2", charge("c2", "tok_ok", 3564));

    Heard repeat = sandbox.post("/charges", "charge-c2", charge("c2", "tok_ok", 3564));

    assertThat(repeat).isEqualTo(first);
    assertThat(sandbox.entries("c2")).hasSize(1);
  }

  @Test
  void fiftyEqualChargesAtOnceAreOneCharge() throws Exception {
    List<Heard> heard = sandbox.postAtOnce(50, "/charges", "charge-c3", charge("c3", "tok_ok", 1));

    assertThat(heard).hasSize(50).allMatch(answer -> answer.status() == 201);
    assertThat(heard).extracting(answer -> answer.text("chargeId")).containsOnly(id(heard));
    assertThat(sandbox.entries("c3")).hasSize(1);
  }

  @Test
  void twoKeysForOneOrderAreADoubleChargeThatTheLedgerShows() throws Exception {
    sandbox.post("/charges", "charge-c4-a", charge("c4", "tok_ok", 1));
    sandbox.post("/charges", "charge-c4-b", charge("c4", "tok_ok", 1));

    assertThat(sandbox.entries("c4")).hasSize(2);
  }

  @Test
  void aKeyDoesNotServeForAnotherCharge() throws Exception {
    sandbox.post("/charges", "charge-c5", charge("c5", "tok_ok", 1));

    Heard other = sandbox.post("/charges", "charge-c5", charge("c5", "tok_ok", 2));

    assertThat(other.status()).isEqualTo(422);
    assertThat(other.text("reason")).isEqualTo("idempotency_key_reused");
    assertThat(sandbox.entries("c5")).hasSize(1);
  }

  @Test
  void theSameChargeWrittenDifferentlyIsARepeat() throws Exception {
    sandbox.post("/charges", "charge-c6", charge("c6", "tok_ok", 1));

    Heard repeat =
        sandbox.post(
            "/charges",
            "charge-c6",
            """
            {"amount":{"currency":"GBP","minorUnits":1},"paymentToken":"tok_ok","orderId":"c6"}
            """);

    assertThat(repeat.status()).isEqualTo(201);
  }

  @Test
  void aDeclinedCardIsEnteredAsADecline() throws Exception {
    Heard heard = sandbox.post("/charges", "charge-c7", charge("c7", "tok_declined", 1));

    assertRefused(heard, 402, "card_declined");
    assertThat(sandbox.entries("c7"))
        .extracting(entry -> entry.path("kind").asText())
        .containsExactly("decline");
  }

  @Test
  void anAmountAboveTheLimitIsDeclined() throws Exception {
    Heard heard = sandbox.post("/charges", "charge-c8", charge("c8", "tok_ok", 200_001));

    assertRefused(heard, 402, "card_limit_exceeded");
  }

  @Test
  void anUnknownTokenIsDeclined() throws Exception {
    Heard heard = sandbox.post("/charges", "charge-c9", charge("c9", "tok_unheard_of", 1));

    assertRefused(heard, 402, "unknown_token");
  }

  @Test
  void aSlowTokenIsAnsweredLate() throws Exception {
    long begin = System.nanoTime();

    Heard heard = sandbox.post("/charges", "charge-c10", charge("c10", "tok_slow", 1));

    assertThat(heard.status()).isEqualTo(201);
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofMillis(1_400));
  }

  @Test
  void manySlowChargesHoldUpNobody() throws Exception {
    long begin = System.nanoTime();

    List<Heard> heard =
        sandbox.postAtOnce(50, "/charges", "charge-c11", charge("c11", "tok_slow", 1));

    assertThat(heard).allMatch(answer -> answer.status() == 201);
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(6));
  }

  @Test
  void anOutageEndsWithTheThirdAttempt() throws Exception {
    String charge = charge("c12", "tok_outage_then_ok", 1);

    assertRefused(sandbox.post("/charges", "charge-c12", charge), 503, "gateway_outage");
    assertRefused(sandbox.post("/charges", "charge-c12", charge), 503, "gateway_outage");
    assertThat(sandbox.entries("c12")).isEmpty();
    assertThat(sandbox.post("/charges", "charge-c12", charge).status()).isEqualTo(201);
    assertThat(sandbox.entries("c12")).hasSize(1);
  }

  @Test
  void aLostAnswerIsHeardByTheRepeat() throws Exception {
    String charge = charge("c13", "tok_crash_after_charge", 1);

    assertThatThrownBy(() -> sandbox.post("/charges", "charge-c13", charge))
        .isInstanceOf(IOException.class);
    assertThat(sandbox.entries("c13")).hasSize(1);
    Heard repeat = sandbox.post("/charges", "charge-c13", charge);

    assertThat(repeat.status()).isEqualTo(201);
    assertThat(sandbox.entries("c13"))
        .singleElement()
        .satisfies(
            entry -> assertThat(entry.path("id").asText()).isEqualTo(repeat.text("chargeId")));
  }

  private static String id(List<Heard> heard) {
    return heard.getFirst().text("chargeId");
  }

  private static void assertRefused(Heard heard, int status, String reason) {
    assertThat(heard.status()).isEqualTo(status);
    assertThat(heard.type()).isEqualTo("application/problem+json");
    assertThat(heard.text("reason")).isEqualTo(reason);
  }
}
