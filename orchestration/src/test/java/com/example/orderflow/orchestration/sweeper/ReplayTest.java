package com.example.orderflow.orchestration.sweeper;

import static com.example.orderflow.events.EventType.ORDER_CREATED;
import static com.example.orderflow.events.EventType.ORDER_SHIPPED;
import static com.example.orderflow.events.EventType.ORDER_VALIDATED;
import static com.example.orderflow.events.EventType.PAYMENT_COMPLETED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.example.orderflow.events.EventIds;
import com.example.orderflow.orchestration.Api;
import com.example.orderflow.orchestration.AtTheService;
import com.example.orderflow.orchestration.OrchestrationParts;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The dead-letter desk. An order that ends in {@code -mended} is refused by a function once. */
@QuarkusTest
@WithTestResource(OrchestrationParts.class)
class ReplayTest extends AtTheService {
  @Test
  void whatCannotBeDeliveredIsOnTheDeskWithTheReason() {
    placeAndDeadLetter("desk-1", "503", "the gateway is down");

    JsonNode order = onTheDesk("desk-1").orElseThrow();
    assertThat(order.path("state").asText()).isEqualTo("validated");
    assertThat(order.path("wiring").asText()).isEqualTo("broker");
    assertThat(order.path("replayable").asBoolean()).isTrue();
    assertThat(order.path("reason").asText()).endsWith("answered 503: the gateway is down");
  }

  @Test
  void whatCameToAnEndAllTheSameIsNotOnTheDesk() {
    placeAndDeadLetter("desk-2", "503", "");

    told.events("desk-2", ORDER_CREATED, ORDER_VALIDATED, PAYMENT_COMPLETED, ORDER_SHIPPED);

    await().until(() -> state("desk-2").equals("shipped"));
    assertThat(onTheDesk("desk-2")).isEmpty();
  }

  @Test
  void aReplayedOrderLeavesTheDesk() {
    placeAndDeadLetter("desk-3", "503", "");
    long before = deadLetters();

    Api.Heard answer = replay("desk-3");

    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.header("location")).isEqualTo("/orders/desk-3");
    assertThat(onTheDesk("desk-3")).isEmpty();
    assertThat(deadLetters()).isEqualTo(before - 1);
    assertThat(api.get("/orders/desk-3").body().path("deadLettered").asBoolean()).isFalse();
    assertThat(marks("desk-3", "replayed"))
        .singleElement()
        .satisfies(
            mark ->
                assertThat(mark.path("note").asText())
                    .startsWith("Taken from the dead-letter desk"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"chain", "argo"})
  void oneWhoseCauseIsMendedComesToItsEnd(String wiring) {
    String order = "desk-" + wiring + "-mended";
    place(order, wiring);
    await().atMost(Duration.ofSeconds(20)).until(() -> onTheDesk(order).isPresent());

    replay(order);

    await().atMost(Duration.ofSeconds(20)).until(() -> state(order).equals("shipped"));
  }

  @Test
  void oneWhoseCauseIsNotMendedComesBack() {
    place("desk-4-wrong", "chain");
    await().until(() -> onTheDesk("desk-4-wrong").isPresent());

    replay("desk-4-wrong");

    await().until(() -> marks("desk-4-wrong", "deadLetter").size() == 2);
    assertThat(onTheDesk("desk-4-wrong")).isPresent();
  }

  @Test
  void replayedByManyAtOnceAnOrderIsSentOnce() {
    placeAndDeadLetter("desk-5", "503", "");

    List<Api.Heard> answers = Api.atOnce(8, n -> replay("desk-5"));

    assertThat(answers).extracting(Api.Heard::status).containsOnlyOnce(202).contains(409);
    assertThat(marks("desk-5", "replayed")).hasSize(1);
  }

  @Test
  void whatIsNotOnTheDeskIsRefusedWithWhereItIs() {
    api.place(Api.order("desk-6"));
    told.events("desk-6", ORDER_CREATED, ORDER_VALIDATED, PAYMENT_COMPLETED, ORDER_SHIPPED);
    await().until(() -> state("desk-6").equals("shipped"));

    Api.Heard answer = replay("desk-6");

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.text("detail"))
        .startsWith("desk-6 is shipped, and not on the dead-letter desk");
    assertThat(replay("desk-unknown").status()).isEqualTo(404);
    assertThat(replay("a%20b").status()).isEqualTo(404);
  }

  @Test
  void whatWentPastTheApiIsTheSendersToRepeat() {
    told.deadLetter("desk-7", ORDER_CREATED, "event-7", "400", "no");
    await().until(() -> onTheDesk("desk-7").isPresent());

    Api.Heard answer = replay("desk-7");

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.text("detail")).startsWith("desk-7 went past this API");
    assertThat(onTheDesk("desk-7").orElseThrow().path("replayable").asBoolean()).isFalse();
  }

  @Test
  void theDeskIsReadInPages() {
    placeAndDeadLetter("desk-8", "503", "");
    placeAndDeadLetter("desk-9", "503", "");

    Api.Heard first = api.get("/dead-letters?limit=1");

    assertThat(first.body().path("deadLetters").size()).isEqualTo(1);
    assertThat(first.body().path("next").isTextual()).isTrue();
    assertThat(ids("1")).contains("desk-8", "desk-9").doesNotHaveDuplicates();
    assertThat(api.get("/dead-letters?limit=0").fields()).containsExactly("limit");
  }

  private void place(String orderId, String wiring) {
    api.send(api.posting("/orders?wiring=" + wiring, Api.order(orderId)));
  }

  /** After it was validated, in the wiring {@code broker}. */
  private void placeAndDeadLetter(String orderId, String code, String answer) {
    api.place(Api.order(orderId));
    told.events(orderId, ORDER_CREATED, ORDER_VALIDATED);
    String validated = EventIds.ofReply("test", EventIds.ofOrder(orderId), ORDER_VALIDATED);
    told.deadLetter(orderId, ORDER_VALIDATED, validated, code, answer);
    await()
        .until(
            () ->
                onTheDesk(orderId)
                    .filter(order -> order.path("state").asText().equals("validated"))
                    .isPresent());
  }

  private Api.Heard replay(String orderId) {
    return api.send(api.to("/dead-letters/" + orderId + "/replay").POST(BodyPublishers.noBody()));
  }

  private Optional<JsonNode> onTheDesk(String orderId) {
    return api.get("/dead-letters?limit=500")
        .body()
        .path("deadLetters")
        .valueStream()
        .filter(order -> order.path("orderId").asText().equals(orderId))
        .findFirst();
  }

  private List<String> ids(String pageSize) {
    List<String> ids = new ArrayList<>();
    String next = "";
    do {
      Api.Heard page =
          api.get("/dead-letters?limit=" + pageSize + (next.isEmpty() ? "" : "&after=" + next));
      ids.addAll(page.body().path("deadLetters").findValuesAsText("orderId"));
      next = page.body().path("next").asText("");
    } while (!next.isEmpty());
    return ids;
  }

  private String state(String orderId) {
    return api.get("/orders/" + orderId).text("state");
  }

  private long deadLetters() {
    return api.get("/stats").body().path("deadLetters").asLong();
  }
}
