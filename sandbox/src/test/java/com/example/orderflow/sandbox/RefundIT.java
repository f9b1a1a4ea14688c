package com.example.orderflow.sandbox;

import static com.example.orderflow.sandbox.Sandbox.charge;
import static com.example.orderflow.sandbox.Sandbox.refund;
import static org.assertj.core.api.Assertions.assertThat;

import com.example.orderflow.sandbox.Sandbox.Heard;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LedgerDatabase.class)
class RefundIT {
  @TestHTTPResource URI url;
  private Sandbox sandbox;

  @BeforeEach
  void connect() {
    sandbox = new Sandbox(url);
  }

  @Test
  void aChargeIsGivenBack() throws Exception {
    String chargeId = charged("r1");

    Heard heard = sandbox.post("/refunds", "refund-r1", refund("r1", chargeId, 100));

    assertThat(heard.status()).isEqualTo(201);
    assertThat(heard.text("chargeId")).isEqualTo(chargeId);
    assertThat(kinds("r1")).containsExactly("charge", "refund");
  }

  @Test
  void fiftyEqualRefundsAtOnceAreOneRefund() throws Exception {
    String refund = refund("r2", charged("r2"), 100);

    List<Heard> heard = sandbox.postAtOnce(50, "/refunds", "refund-r2", refund);

    assertThat(heard).hasSize(50).allMatch(answer -> answer.status() == 201);
    assertThat(kinds("r2")).containsExactly("charge", "refund");
  }

  @Test
  void tenKeysAtOnceRefundAChargeOnce() throws Exception {
    String refund = refund("r3", charged("r3"), 100);

    List<Heard> heard =
        Sandbox.atOnce(10, key -> sandbox.post("/refunds", "refund-r3-" + key, refund));

    assertThat(heard).extracting(Heard::status).containsOnlyOnce(201).containsOnly(201, 409);
    assertThat(kinds("r3")).containsExactly("charge", "refund");
  }

  @Test
  void anUnknownChargeIsNotFound() throws Exception {
    assertRefused(
        sandbox.post("/refunds", "refund-r4", refund("r4", "ch_none", 100)), 404, "unknown_charge");
  }

  @Test
  void anotherAmountIsAConflict() throws Exception {
    assertRefused(
        sandbox.post("/refunds", "refund-r5", refund("r5", charged("r5"), 99)),
        409,
        "refund_differs_from_charge");
  }

  @Test
  void aKeyOfAChargeDoesNotServeForItsRefund() throws Exception {
    assertRefused(
        sandbox.post("/refunds", "charge-r6", refund("r6", charged("r6"), 100)),
        422,
        "idempotency_key_reused");
  }

  private String charged(String orderId) throws Exception {
    return sandbox
        .post("/charges", "charge-" + orderId, charge(orderId, "tok_ok", 100))
        .text("chargeId");
  }

  private List<String> kinds(String orderId) throws Exception {
    return sandbox.entries(orderId).stream().map(entry -> entry.path("kind").asText()).toList();
  }

  private static void assertRefused(Heard heard, int status, String reason) {
    assertThat(heard.status()).isEqualTo(status);
    assertThat(heard.text("reason")).isEqualTo(reason);
  }
}
