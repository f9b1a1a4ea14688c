package com.example.orderflow.shiporder;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.orderflow.eventpolicy.testing.Answer;
import com.example.orderflow.eventpolicy.testing.PostgresResource;
import com.example.orderflow.eventpolicy.testing.TestEvent;
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
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(
    value = PostgresResource.class,
    initArgs = @ResourceArg(name = PostgresResource.FUNCTION, value = "ship-order"))
@WithTestResource(CarrierStub.class)
class ShipOrderFunctionIT {

  private static final TestEvent PAID = TestEvent.sample(EventType.PAYMENT_COMPLETED);

  @TestHTTPResource("/")
  URI function;

  CarrierStub carrier;

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aPaidOrderIsBookedAndShipped(boolean binary) {
    TestEvent event = PAID.about("shipped-" + binary);

    Answer answer = Answer.to(binary ? event.binary(function) : event.structured(function));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.attribute("type")).isEqualTo(EventType.ORDER_SHIPPED.type());
    assertThat(answer.attribute("causationid")).isEqualTo(event.id());
    assertThat(answer.data().path("carrier").asText()).isEqualTo("Test Post");
    assertThat(answer.data().path("trackingNumber").asText()).startsWith("TP");
    assertThat(answer.data().path("destination")).isEqualTo(event.data().path("destination"));
  }

  @Test
  void aCountryThatIsNotServedFailsTheShipmentAndSaysWhatToRefund() {
    Answer answer = ship("not-served", CarrierStub.NOT_SERVED);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.attribute("type")).isEqualTo(EventType.SHIPMENT_FAILED.type());
    assertThat(answer.data().path("reason").asText()).isEqualTo("country_not_served");
    assertThat(answer.data().path("chargeId")).isEqualTo(PAID.data().path("chargeId"));
    assertThat(answer.data().path("amount")).isEqualTo(PAID.data().path("amount"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"GB", CarrierStub.NOT_SERVED})
  void aRepeatedEventGetsTheFirstAnswerAndTheCarrierIsNotAsked(String country) {
    Answer first = ship("repeated-" + country, country);

    Answer second = ship("repeated-" + country, country);

    assertThat(second.data()).isEqualTo(first.data());
    assertThat(second.attribute("id")).isEqualTo(first.attribute("id"));
    assertThat(carrier.calls("repeated-" + country)).isEqualTo(1);
  }

  @Test
  void twentyOfOneEventAtOnceAreOneParcelAndOneAnswer() {
    List<CompletableFuture<Answer>> sent =
        IntStream.range(0, 20)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> ship("at-once", "GB")))
            .toList();

    List<Answer> answers = sent.stream().map(CompletableFuture::join).toList();

    assertThat(answers).extracting(Answer::status).containsOnly(200);
    assertThat(answers.stream().map(Answer::data).distinct()).hasSize(1);
    assertThat(carrier.entries("at-once")).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {CarrierStub.OUTAGE, CarrierStub.CRASH_AFTER_BOOKING})
  void withoutAFinalAnswerOfTheCarrierTheEventHasToComeAgain(String country) {
    Answer answer = ship("unknown-" + country, country);

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.header("retry-after")).isEqualTo("1");
    assertThat(answer.detail()).startsWith("carrier: ");
  }

  @Test
  void aBookingWhoseAnswerWasLostIsFoundAgainByItsKey() {
    Answer lost = ship("lost", CarrierStub.CRASH_AFTER_BOOKING);

    Answer answer = ship("lost", CarrierStub.CRASH_AFTER_BOOKING);

    assertThat(lost.status()).isEqualTo(503);
    assertThat(answer.attribute("type")).isEqualTo(EventType.ORDER_SHIPPED.type());
    assertThat(carrier.entries("lost")).isEqualTo(1);
  }

  @Test
  void aSpentKeyIsNoRefusalOfTheParcelButABugOfOurs() {
    assertThat(ship("spent", CarrierStub.KEY_REUSED).status()).isEqualTo(500);
  }

  private Answer ship(String orderId, String country) {
    return Answer.to(PAID.about(orderId).withData("destination/country", country).binary(function));
  }
}
