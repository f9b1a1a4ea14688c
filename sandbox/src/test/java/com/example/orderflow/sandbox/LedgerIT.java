package com.example.orderflow.sandbox;

import static com.example.orderflow.sandbox.Sandbox.charge;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LedgerDatabase.class)
class LedgerIT {
  @TestHTTPResource URI url;
  @Inject DataSource database;
  private Sandbox sandbox;

  @BeforeEach
  void connect() {
    sandbox = new Sandbox(url);
  }

  @Test
  void pagesTogetherAreTheWholeLedger() throws Exception {
    for (int order = 1; order <= 7; order++) {
      charged("l-" + order);
    }

    List<JsonNode> paged = new ArrayList<>();
    JsonNode next = sandbox.get("/ledger").body().path("none");
    do {
      JsonNode page = sandbox.get("/ledger?limit=3&after=" + next.asLong(0)).body();
      page.path("entries").forEach(paged::add);
      next = page.path("next");
    } while (!next.isNull());

    assertThat(paged).containsExactlyElementsOf(sandbox.get("/ledger").body().path("entries"));
    assertThat(paged).extracting(entry -> entry.path("sequence").asLong()).isSorted();
  }

  @Test
  void aPageWaitsForAnEarlierEntryThatIsNotCommittedYet() throws Exception {
    try (Connection late = database.getConnection();
        Statement statement = late.createStatement()) {
      late.setAutoCommit(false);
      statement.execute("insert into entry (kind, order_id, id) values ('booking', 'late', 't')");
      charged("early");

      CompletableFuture<JsonNode> page = CompletableFuture.supplyAsync(this::ledger);
      await().until(() -> page.isDone() || somebodyWaitsForALock());
      late.commit();

      assertThat(page.join().findValuesAsText("orderId")).containsSubsequence("late", "early");
    }
  }

  @Test
  void theDescriptionNamesEveryPath() throws Exception {
    JsonNode paths = sandbox.get("/q/openapi?format=json").body().path("paths");

    assertThat(paths.fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("/charges", "/refunds", "/bookings", "/ledger");
  }

  @Test
  void readinessDependsOnTheDatabase() throws Exception {
    assertThat(sandbox.get("/q/health/ready").body().at("/checks/0/name").asText())
        .contains("Database");
  }

  private JsonNode ledger() {
    try {
      return sandbox.get("/ledger").body().path("entries");
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private boolean somebodyWaitsForALock() throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet waiting = statement.executeQuery("select 1 from pg_locks where not granted")) {
      return waiting.next();
    }
  }

  private void charged(String orderId) throws IOException, InterruptedException {
    sandbox.post("/charges", "charge-" + orderId, charge(orderId, "tok_ok", 100));
  }
}
