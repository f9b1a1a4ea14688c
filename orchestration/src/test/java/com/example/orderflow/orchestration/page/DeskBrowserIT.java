package com.example.orderflow.orchestration.page;

import static com.example.orderflow.events.EventType.ORDER_CREATED;
import static com.example.orderflow.events.EventType.ORDER_REJECTED;
import static com.example.orderflow.orchestration.page.LivePage.soon;
import static org.assertj.core.api.Assertions.assertThat;

import com.example.orderflow.events.EventIds;
import com.example.orderflow.events.Wiring;
import com.example.orderflow.orchestration.OrchestrationParts;
import com.example.orderflow.orchestration.order.Journeys;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** The dead-letter desk on the page, and the filter that leads to it. */
@EnabledIf(
    value = "com.example.orderflow.orchestration.page.Chromium#isInstalled",
    disabledReason = Chromium.MISSING)
@QuarkusTest
@WithTestResource(OrchestrationParts.class)
class DeskBrowserIT extends AtThePage {
  @Test
  void anUndeliveredEventIsShownWhereTheOrderIsStuck() {
    orders.place("page-stuck", Wiring.BROKER);
    orders.told().events("page-stuck", ORDER_CREATED);
    orders
        .told()
        .deadLetter(
            "page-stuck", ORDER_CREATED, EventIds.ofOrder("page-stuck"), "422", "no such thing");

    page.openAt(url, "page-stuck");

    soon(() -> assertThat(page.steps()).startsWith("done", "stuck"));
    soon(() -> assertThat(page.text("#dead-letters")).isNotEqualTo("0"));
    assertThat(page.text(".timeline .dead-letter p")).contains("422", "no such thing");
  }

  @Test
  void aStuckOrderIsReplayedFromThePage() {
    orders.place("page-replay", Wiring.BROKER);
    orders.told().events("page-replay", ORDER_CREATED);
    orders
        .told()
        .deadLetter("page-replay", ORDER_CREATED, EventIds.ofOrder("page-replay"), "503", "down");
    page.openAt(url, "page-replay");
    soon(() -> assertThat(page.shows(".desk")).isTrue());

    page.find(".desk button").click();

    soon(() -> assertThat(page.steps()).startsWith("done", "waiting"));
    soon(() -> assertThat(page.shows(".desk")).isFalse());
    soon(() -> assertThat(page.timeline()).endsWith("Replayed from the dead-letter desk"));
  }

  @Test
  void anOrderAppearsWhenItComesIntoTheStateOfTheFilter() {
    page.open(url);
    page.filterByState("Rejected");
    orders.told().events("page-filtered", ORDER_CREATED);
    soon(() -> assertThat(orders.state("page-filtered")).isEqualTo("placed"));

    orders.told().events("page-filtered", ORDER_CREATED, ORDER_REJECTED);

    soon(() -> assertThat(page.listed()).startsWith("page-filtered"));
  }

  @Test
  void theDeskIsAFilterOfTheList() {
    orders.place("page-desk", Wiring.BROKER);
    orders.told().events("page-desk", ORDER_CREATED);
    page.open(url);
    page.filterByState("Dead letters");

    orders
        .told()
        .deadLetter("page-desk", ORDER_CREATED, EventIds.ofOrder("page-desk"), "503", "down");

    soon(() -> assertThat(page.listed()).startsWith("page-desk"));
    orders.went("page-desk", Journeys.SHIPPED);
    soon(() -> assertThat(page.listed()).doesNotContain("page-desk"));
  }
}
