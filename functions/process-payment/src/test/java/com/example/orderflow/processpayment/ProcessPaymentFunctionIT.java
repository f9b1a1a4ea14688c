package com.example.orderflow.processpayment;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.orderflow.eventpolicy.testing.Answer;
import com.example.orderflow.eventpolicy.testing.PostgresResource;
import com.example.orderflow.eventpolicy.testing.TestEvent;
import com.example.orderflow.events.Channels;
import com.example.orderflow.events.EventType;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(
    value = PostgresResource.class,
    initArgs = @ResourceArg(name = PostgresResource.FUNCTION, value = "process-payment"))
@WithTestResource(GatewayStub.class)
class ProcessPaymentFunctionIT {

  private static final TestEvent VALIDATED = TestEvent.sample(EventType.ORDER_VALIDATED);
  private static final TestEvent SHIPMENT_FAILED = TestEvent.sample(EventType.SHIPMENT_FAILED);

  @TestHTTPResource("/")
  URI function;

  GatewayStub gateway;

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aValidatedOrderIsChargedAndWhatShippingNeedsGoesOn(boolean binary) {
    TestEvent event = VALIDATED.about("charged-" + binary);

    Answer answer = Answer.to(binary ? event.binary(function) : event.structured(function));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.attribute("type")).isEqualTo(EventType.PAYMENT_COMPLETED.type());
    assertThat(answer.attribute("causationid")).isEqualTo(event.id());
    assertThat(answer.data().path("chargeId").asText()).isNotBlank();
    assertThat(answer.data().path("amount")).isEqualTo(event.data().path("total"));
    assertThat(answer.data().path("destination")).isEqualTo(event.data().path("destination"));
    assertThat(answer.data().path("items")).isEqualTo(event.data().path("items"));
  }

  @Test
  void aDeclinedCardIsAnAnswerWithTheGatewaysReason() {
    Answer answer = charge("declined", GatewayStub.DECLINED);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.attribute("type")).isEqualTo(EventType.PAYMENT_FAILED.type());
    assertThat(answer.data().path("reason").asText()).isEqualTo("card_declined");
  }

  @ParameterizedTest
  @ValueSource(strings = {GatewayStub.OK, GatewayStub.DECLINED})
  void aRepeatedEventGetsTheFirstAnswerAndTheGatewayIsNotAsked(String token) {
    Answer first = charge("repeated-" + token, token);

    Answer second = charge("repeated-" + token, token);

    assertThat(second.data()).isEqualTo(first.data());
    assertThat(second.attribute("id")).isEqualTo(first.attribute("id"));
    assertThat(gateway.calls("repeated-" + token)).isEqualTo(1);
  }

  @Test
  void twentyOfOneEventAtOnceAreOneChargeAndOneAnswer() {
    List<CompletableFuture<Answer>> sent =
        IntStream.range(0, 20)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> charge("at-once", GatewayStub.OK)))
            .toList();

    List<Answer> answers = sent.stream().map(CompletableFuture::join).toList();

    assertThat(answers).extracting(Answer::status).containsOnly(200);
    assertThat(answers.stream().map(Answer::data).distinct()).hasSize(1);
    assertThat(gateway.entries("at-once")).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {GatewayStub.OUTAGE, GatewayStub.HANGING, GatewayStub.CRASH_AFTER_CHARGE})
  void withoutAFinalAnswerOfTheGatewayTheEventHasToComeAgain(String token) {
    Answer answer = charge("unknown-" + token, token);

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.header("retry-after")).isEqualTo("1");
    assertThat(answer.detail()).startsWith("payment gateway: ");
    assertThat(gateway.calls("unknown-" + token)).isEqualTo(1);
  }

  @Test
  void aChargeWhoseAnswerWasLostIsFoundAgainByItsKey() {
    Answer lost = charge("lost", GatewayStub.CRASH_AFTER_CHARGE);

    Answer answer = charge("lost", GatewayStub.CRASH_AFTER_CHARGE);

    assertThat(lost.status()).isEqualTo(503);
    assertThat(answer.attribute("type")).isEqualTo(EventType.PAYMENT_COMPLETED.type());
    assertThat(gateway.entries("lost")).isEqualTo(1);
  }

  @Test
  void aChargeThatTheGatewayCannotReadIsNotTriedAgain() {
    Answer answer = charge("unreadable", GatewayStub.UNREADABLE);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.detail()).contains("paymentToken", "malformed_request");
  }

  @Test
  void anyOtherRefusalOfTheGatewayIsABugOfOursAndStaysInTheLog() {
    Answer answer = charge("misunderstood", GatewayStub.PROTOCOL_ERROR);

    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.response().body()).doesNotContain("secret", "409");
  }

  @Test
  void aShipmentThatFailsGivesTheMoneyBackOnce() {
    Answer charged = charge("refunded", GatewayStub.OK);

    Answer first = refund("refunded", charged);
    Answer second = refund("refunded", charged);

    assertThat(first.status()).isEqualTo(200);
    assertThat(first.attribute("type")).isEqualTo(EventType.PAYMENT_REFUNDED.type());
    assertThat(first.data().path("chargeId")).isEqualTo(charged.data().path("chargeId"));
    assertThat(first.data().path("reason").asText()).isEqualTo("country_not_served");
    assertThat(second.data()).isEqualTo(first.data());
    assertThat(gateway.calls("refunded")).as("charge and refund").isEqualTo(2);
  }

  @Test
  void aLateRepeatOfTheOrderStillGetsItsFirstAnswerAfterTheRefund() {
    Answer charged = charge("late", GatewayStub.OK);
    refund("late", charged);

    assertThat(charge("late", GatewayStub.OK).data()).isEqualTo(charged.data());
  }

  @Test
  void anOrderThatWasNeverChargedHasNothingToRefund() {
    Answer answer = Answer.to(SHIPMENT_FAILED.about("never-charged").binary(function));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.detail()).contains("never-charged", "nothing to refund");
  }

  @ParameterizedTest
  @EnumSource(
      names = {"ORDER_VALIDATED", "SHIPMENT_FAILED"},
      mode = EnumSource.Mode.EXCLUDE)
  void onTheRailwayAnotherStepsEventPassesAndNobodyIsCharged(EventType type) {
    TestEvent event = TestEvent.sample(type).about("passes-" + type);

    Answer answer = Answer.to(event.binary(railway()));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.attribute("id")).isEqualTo(event.id());
    assertThat(answer.data()).isEqualTo(event.data());
    assertThat(gateway.calls("passes-" + type)).isZero();
  }

  @Test
  void onTheRailwayAShipmentThatFailsGivesTheMoneyBack() {
    Answer charged =
        Answer.to(
            VALIDATED
                .about("railway")
                .withData("paymentToken", GatewayStub.OK)
                .structured(railway()));

    Answer answer =
        Answer.to(
            SHIPMENT_FAILED
                .about("railway")
                .withData("chargeId", charged.data().path("chargeId"))
                .withData("amount", charged.data().path("amount"))
                .structured(railway()));

    assertThat(answer.attribute("type")).isEqualTo(EventType.PAYMENT_REFUNDED.type());
    assertThat(gateway.calls("railway")).as("charge and refund").isEqualTo(2);
  }

  private URI railway() {
    return function.resolve(Channels.RAILWAY_PATH);
  }

  private Answer charge(String orderId, String token) {
    return Answer.to(VALIDATED.about(orderId).withData("paymentToken", token).binary(function));
  }

  private Answer refund(String orderId, Answer charged) {
    return Answer.to(
        SHIPMENT_FAILED
            .about(orderId)
            .withData("chargeId", charged.data().path("chargeId"))
            .withData("amount", charged.data().path("amount"))
            .binary(function));
  }
}
