package com.example.orderflow.sandbox;

import static com.example.orderflow.sandbox.Sandbox.charge;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LedgerDatabase.class)
class LedgerIT {
  private static final int CHARGES = 300;

  @TestHTTPResource URI url;
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
  void aReaderThatFollowsTheWritersMissesNothing() throws Exception {
    CompletableFuture<Void> writers =
        CompletableFuture.runAsync(
            () -> IntStream.range(0, CHARGES).parallel().forEach(i -> charged("f-" + i)));

    List<String> seen = new ArrayList<>();
    long after = 0;
    boolean writing;
    do {
      writing = !writers.isDone();
      for (JsonNode entry : sandbox.get("/ledger?after=" + after).body().path("entries")) {
        seen.add(entry.path("orderId").asText());
        after = entry.path("sequence").asLong();
      }
    } while (writing);

    assertThat(seen.stream().filter(order -> order.startsWith("f-"))).hasSize(CHARGES);
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

  private void charged(String orderId) {
    sandbox.postAtOnce(1, "/charges", "charge-" + orderId, charge(orderId, "tok_ok", 100));
  }
}
