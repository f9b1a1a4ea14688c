package com.example.orderflow.orchestration.api;

import static com.example.orderflow.events.EventType.ORDER_CREATED;
import static com.example.orderflow.events.EventType.ORDER_REJECTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.example.orderflow.orchestration.Api;
import com.example.orderflow.orchestration.Api.Heard;
import com.example.orderflow.orchestration.OrchestrationParts;
import com.example.orderflow.orchestration.Told;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(OrchestrationParts.class)
class OrderQueriesTest {
  @TestHTTPResource URI url;

  private Api api;

  @BeforeEach
  void speak() {
    api = new Api(url);
  }

  @Test
  void pagesAreNewestFirstAndMissNothing() {
    List<String> ids = Told.ids("page", 7);
    ids.forEach(id -> api.send(api.posting("/orders?wiring=sequence", Api.order(id))));

    List<String> listed = new ArrayList<>();
    String next = "";
    while (next != null && !listed.contains("page-0")) {
      Heard page = api.get("/orders?wiring=sequence&limit=3" + next);
      page.body().path("orders").forEach(order -> listed.add(order.path("orderId").asText()));
      next = page.body().path("next").isNull() ? null : "&after=" + page.text("next");
    }

    assertThat(listed.stream().filter(ids::contains).toList())
        .containsExactlyElementsOf(ids.reversed());
    assertThat(listed).doesNotHaveDuplicates();
  }

  @Test
  void onlyOrdersInTheStateAreListed() {
    try (Told told = new Told()) {
      told.events("listed-1", ORDER_CREATED, ORDER_REJECTED);
    }

    await()
        .untilAsserted(
            () ->
                assertThat(
                        api.get("/orders?state=rejected").body().at("/orders/0/orderId").asText())
                    .isEqualTo("listed-1"));
    assertThat(api.get("/orders?state=rejected&wiring=chain").body().path("orders")).isEmpty();
  }

  @Test
  void everyWrongParameterIsNamedAtOnce() {
    Heard answer = api.get("/orders?state=lost&wiring=pigeon&after=4711&limit=501");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.fields()).containsExactly("wiring", "state", "after", "limit");
    assertThat(answer.body().at("/violations/3/value").asText()).isEqualTo("501");
    assertThat(answer.body().at("/violations/3/rule").asText()).contains("1 to 500");
  }

  @Test
  void anUnknownOrderIsAProblemThatQuotesIt() {
    for (String path : List.of("/orders/nobody", "/orders/nobody/events")) {
      Heard answer = api.get(path);

      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.text("detail")).contains("\"nobody\" is not known");
    }
  }

  @Test
  void whatCannotBeAnOrderIdIsUnknownToo() {
    assertThat(api.get("/orders/a%00b").status()).isEqualTo(404);
    assertThat(api.get("/orders/" + "x".repeat(3_000)).text("detail")).hasSizeLessThan(200);
  }

  @Test
  void anOrderThatWasJustAcceptedHasAnEmptyTimeline() {
    api.place(Api.order("fresh-1"));

    Heard timeline = api.get("/orders/fresh-1/events");

    assertThat(timeline.status()).isEqualTo(200);
    assertThat(timeline.body().path("entries").isArray()).isTrue();
  }

  @Test
  void theStatsNameEveryWiringAndState() {
    Heard stats = api.get("/stats");

    assertThat(stats.body().path("orders").fieldNames())
        .toIterable()
        .containsExactly("broker", "sequence", "argo", "chain");
    assertThat(stats.body().at("/orders/chain").fieldNames())
        .toIterable()
        .containsExactly(
            "placed", "validated", "paid", "shipped", "rejected", "paymentFailed", "cancelled");
    assertThat(stats.body().at("/outbox/waiting").isNumber()).isTrue();
  }

  @Test
  void everyStatusIsDocumented() {
    assertThat(documented("/paths/~1orders/get")).containsExactly("200", "400", "406", "503");
    assertThat(documented("/paths/~1orders~1{orderId}/get"))
        .containsExactly("200", "404", "406", "503");
    assertThat(documented("/paths/~1orders~1stream/get"))
        .containsExactly("200", "400", "406", "503");
    assertThat(documented("/paths/~1orders~1{orderId}~1stream/get"))
        .containsExactly("200", "400", "404", "406", "503");
    assertThat(documented("/paths/~1sweeps/post")).containsExactly("204", "503");
  }

  @Test
  void whatIsNotServedIsNotAcceptable() {
    for (String path : List.of("/orders", "/orders/stream", "/stats")) {
      assertThat(api.send(api.to(path).GET().header("Accept", "image/png")).status())
          .isEqualTo(406);
    }
  }

  private List<String> documented(String operation) {
    List<String> statuses = new ArrayList<>();
    api.get("/q/openapi?format=json")
        .body()
        .at(operation + "/responses")
        .fieldNames()
        .forEachRemaining(statuses::add);
    return statuses;
  }
}
