package com.example.orderflow.orchestration.sweeper;

import static com.example.orderflow.events.EventType.ORDER_CREATED;
import static com.example.orderflow.events.EventType.ORDER_REJECTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.example.orderflow.orchestration.Api;
import com.example.orderflow.orchestration.AtTheService;
import com.example.orderflow.orchestration.OrchestrationParts;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(OrchestrationParts.class)
class SweeperTest extends AtTheService {
  @Inject DataSource database;

  @Test
  void aStuckOrderIsSentAgainAndThenRests() throws SQLException {
    placeAndLose("stuck-1");

    await().until(() -> sweptTimes("stuck-1") == 1);

    assertThat(marks("stuck-1", "sentAgain").getFirst().path("note").asText())
        .startsWith("Sent again, number 1: it had not moved for PT0.5S; left alone until ");
    sweep();
    assertThat(marks("stuck-1", "sentAgain")).hasSize(1);
  }

  @Test
  void itsRestsDouble() throws SQLException {
    placeAndLose("stuck-2");
    await().until(() -> sweptTimes("stuck-2") == 1);

    await()
        .atMost(Duration.ofSeconds(15))
        .until(
            () -> {
              lose("stuck-2");
              return sweptTimes("stuck-2") == 3;
            });

    List<JsonNode> marks = marks("stuck-2", "sentAgain");
    assertThat(between(marks.get(0), marks.get(1))).isGreaterThanOrEqualTo(Duration.ofMillis(500));
    assertThat(between(marks.get(1), marks.get(2))).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void sweepsAtOnceSendAnOrderOnce() throws SQLException {
    placeAndLose("stuck-3");

    await()
        .until(
            () -> {
              Api.atOnce(8, n -> sweep());
              return !marks("stuck-3", "sentAgain").isEmpty();
            });

    assertThat(marks("stuck-3", "sentAgain")).hasSize(1);
  }

  @Test
  void whatHasEndedIsDeadLetteredOrWaitsInTheOutboxIsLeftAlone() throws SQLException {
    placeAndLose("ended-1");
    told.events("ended-1", ORDER_CREATED, ORDER_REJECTED);
    placeAndLose("dead-letter-1");
    told.deadLetter("dead-letter-1", ORDER_CREATED, "any", "400", "no");
    await().until(() -> api.get("/orders/dead-letter-1").body().path("deadLettered").asBoolean());
    await().until(() -> api.get("/orders/ended-1").text("state").equals("rejected"));
    placeAndLose("stuck-4");

    await().until(() -> sweptTimes("stuck-4") == 1);

    assertThat(marks("ended-1", "sentAgain")).isEmpty();
    assertThat(marks("dead-letter-1", "sentAgain")).isEmpty();
  }

  /** Whoever had the order next has lost it. */
  private void placeAndLose(String orderId) throws SQLException {
    api.place(Api.order(orderId));
    lose(orderId);
  }

  private void lose(String orderId) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement delete =
            connection.prepareStatement("delete from outbox where order_id = ?")) {
      delete.setString(1, orderId);
      delete.executeUpdate();
    }
  }

  private Api.Heard sweep() {
    Api.Heard answer = api.send(api.to("/sweeps").POST(BodyPublishers.noBody()));
    assertThat(answer.status()).isEqualTo(204);
    return answer;
  }

  private int sweptTimes(String orderId) {
    sweep();
    return marks(orderId, "sentAgain").size();
  }

  private static Duration between(JsonNode earlier, JsonNode later) {
    return Duration.between(
        java.time.Instant.parse(earlier.path("time").asText()),
        java.time.Instant.parse(later.path("time").asText()));
  }
}
