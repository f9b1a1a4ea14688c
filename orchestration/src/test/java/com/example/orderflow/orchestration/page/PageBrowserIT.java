package com.example.orderflow.orchestration.page;

import static com.example.orderflow.events.EventType.ORDER_CREATED;
import static com.example.orderflow.events.EventType.ORDER_SHIPPED;
import static com.example.orderflow.events.EventType.ORDER_VALIDATED;
import static com.example.orderflow.events.EventType.PAYMENT_COMPLETED;
import static com.example.orderflow.orchestration.page.LivePage.soon;
import static org.assertj.core.api.Assertions.assertThat;

import com.example.orderflow.events.EventType;
import com.example.orderflow.events.Wiring;
import com.example.orderflow.orchestration.OrchestrationParts;
import com.example.orderflow.orchestration.order.Journeys;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.Keys;

/** The page as people see and use it: a real browser, the real service. */
@EnabledIf(
    value = "com.example.orderflow.orchestration.page.Chromium#isInstalled",
    disabledReason = Chromium.MISSING)
@QuarkusTest
@WithTestResource(OrchestrationParts.class)
class PageBrowserIT extends AtThePage {
  private static final int MANY = 10_000;

  @Test
  void anOrderThatComesInStandsFirstWithoutAReload() {
    page.open(url);

    orders.told().events("page-first", ORDER_CREATED, ORDER_VALIDATED);

    soon(() -> assertThat(page.listed()).startsWith("page-first"));
    soon(() -> assertThat(page.listedState("page-first")).isEqualTo("Validated"));
  }

  @Test
  void theStepsLightUpAsTheirEventsArrive() throws IOException {
    page.onScreen(1440, 900, Scheme.DARK);
    orders.place("page-lit", Wiring.BROKER);
    page.openAt(url, "page-lit");
    assertThat(page.steps()).containsExactly("done", "waiting", "ahead", "ahead");

    orders.told().events("page-lit", ORDER_CREATED, ORDER_VALIDATED);
    soon(() -> assertThat(page.steps()).containsExactly("done", "done", "waiting", "ahead"));
    page.photograph("page-dark");

    orders
        .told()
        .events("page-lit", ORDER_CREATED, ORDER_VALIDATED, PAYMENT_COMPLETED, ORDER_SHIPPED);
    soon(() -> assertThat(page.steps()).containsExactly("done", "done", "done", "done"));
    assertThat(page.text(".facts .badge")).isEqualTo("Shipped");
  }

  @Test
  void aCancelledOrderIsDrawnBackwards() throws IOException {
    orders.placeSome();
    orders.place("page-back", Wiring.BROKER);
    page.openAt(url, "page-back");

    List<EventType> events = Journeys.CANCELLED.events();
    for (int seen = 1; seen < events.size(); seen++) {
      orders.told().events("page-back", events.subList(0, seen).toArray(EventType[]::new));
      int entries = seen;
      soon(() -> assertThat(page.timeline()).hasSize(entries));
    }
    assertThat(page.steps()).endsWith("refused", "waiting");
    orders.went("page-back", Journeys.CANCELLED);

    soon(() -> assertThat(page.steps()).containsExactly("done", "done", "done", "refused", "done"));
    assertThat(page.refundLeadsBack()).isTrue();
    assertThat(page.timeline())
        .containsExactly(
            "Order created",
            "Order validated",
            "Payment completed",
            "Shipment failed",
            "Payment refunded");
    page.photograph("page");
  }

  @Test
  void whatASequenceDoesNotShowIsDrawnAsUnseen() {
    orders.place("page-unseen", Wiring.SEQUENCE);
    orders
        .told()
        .event(
            "page-unseen",
            ORDER_SHIPPED,
            "page-unseen-shipped",
            "not-let-out",
            "{\"orderId\":\"page-unseen\"}");

    page.openAt(url, "page-unseen");

    soon(() -> assertThat(page.steps()).containsExactly("done", "unseen", "unseen", "done"));
    assertThat(page.text(".remark")).contains("only its last answer");
  }

  @Test
  void theFormShowsEachViolationAtItsField() {
    page.open(url);
    page.find("#form summary").click();
    page.type("#quantity", "six");
    page.type("#unitPrice", "");

    page.find("#form button").click();

    soon(() -> assertThat(page.text("#quantity-violation")).contains("“six”", "whole number"));
    assertThat(page.text("#unitPrice-violation")).contains("nothing", "whole number");
    assertThat(page.holds("return document.activeElement.id === 'quantity'")).isTrue();
  }

  @Test
  void anOrderIsPlacedFoundAndReadByKeyboardAlone() {
    page.open(url);

    page.tabTo(".skip");
    page.tabTo("#outcome");
    page.press("N"); // No carrier
    page.tabTo("#wiring");
    page.press("b"); // broker
    page.tabTo("#form button");
    page.press(Keys.ENTER);
    soon(() -> assertThat(page.text("#form [role=status]")).contains("accepted"));
    String placed = page.listed().getFirst();
    orders.went(placed, Journeys.CANCELLED);
    soon(() -> assertThat(page.listedState(placed)).isEqualTo("Cancelled"));

    page.tabTo("#orders");
    page.press(Keys.HOME, Keys.ENTER);

    soon(() -> assertThat(page.text("#detail h2")).contains(placed));
    assertThat(page.holds("return document.activeElement.closest('#detail') !== null")).isTrue();
    page.press(Keys.ESCAPE, Keys.ARROW_DOWN);
    soon(() -> assertThat(page.text("#detail h2")).doesNotContain(placed));
  }

  @ParameterizedTest
  @EnumSource
  void nothingScrollsSidewaysOnANarrowScreen(Scheme scheme) throws IOException {
    page.onScreen(360, 740, scheme);
    orders.place("page-narrow-" + scheme.id(), Wiring.BROKER);
    orders.went("page-narrow-" + scheme.id(), Journeys.CANCELLED);
    page.openAt(url, "page-narrow-" + scheme.id());
    soon(() -> assertThat(page.steps()).endsWith("done"));

    assertThat(page.number("return document.scrollingElement.scrollWidth"))
        .isLessThanOrEqualTo(360);
    page.holds("document.getElementById('detail').scrollIntoView(); return true");
    page.photograph("page-narrow");
  }

  @ParameterizedTest
  @EnumSource
  void everyRuleOfAccessibilityHolds(Scheme scheme) throws IOException {
    page.onScreen(1440, 900, scheme);
    orders.place("page-axe-" + scheme.id(), Wiring.CHAIN);
    page.openAt(url, "page-axe-" + scheme.id());
    page.find("#form summary").click();
    page.type("#quantity", "six");
    page.find("#form button").click();
    soon(() -> assertThat(page.has(".violation")).isTrue());

    assertThat(page.accessibilityViolations()).isEmpty();
  }

  @Test
  void theBrowserHasNothingToComplainAboutUnderAStrictPolicy() throws IOException {
    String policy = head("/").getHeaderField("Content-Security-Policy");
    assertThat(policy).startsWith("default-src 'none'; script-src 'self'").doesNotContain("unsafe");
    page.console();

    orders.place("page-policy", Wiring.BROKER);
    page.openAt(url, "page-policy");
    orders.went("page-policy", Journeys.CANCELLED);
    soon(() -> assertThat(page.steps()).hasSize(5));
    page.filterByWiring("broker");
    soon(() -> assertThat(page.listed()).contains("page-policy"));

    assertThat(page.console()).isEmpty();
  }

  @Test
  void theApiCanBeTriedFromThePage() throws IOException {
    page.open(url);

    for (String link :
        page.strings("return [...document.querySelectorAll('nav a')].map(a => a.href)")) {
      assertThat(head(link).getResponseCode()).isEqualTo(200);
    }
  }

  @Test
  void tenThousandOrdersScrollInAFewElements() throws IOException {
    List<Journeys> ends = List.of(Journeys.values());
    for (int n = 0; n < MANY; n++) {
      Journeys journey = n % 7 < 4 ? Journeys.SHIPPED : ends.get(n % ends.size());
      orders.told().events("page-many-" + n, journey.last());
    }
    soon(() -> assertThat(orders.counted()).isGreaterThanOrEqualTo(MANY));
    page.open(url);
    soon(() -> assertThat(page.listed()).hasSizeGreaterThan(20));

    soon(
        () -> {
          page.holds(
              "const list = document.getElementById('orders'); "
                  + "list.scrollTop = list.scrollHeight; return true");
          assertThat(page.number("return +document.getElementById('orders').ariaRowCount"))
              .isGreaterThanOrEqualTo(MANY);
        });

    assertThat(page.number("return document.querySelectorAll('*').length")).isLessThan(1_500);
    soon(() -> assertThat(page.listed()).hasSizeGreaterThan(20).doesNotHaveDuplicates());
  }

  @Test
  void aBrokenStreamIsResumedWithoutMissingAnEvent() throws IOException {
    orders.place("page-cable", Wiring.BROKER);
    try (Cable cable = new Cable(url)) {
      page.openAt(cable.url(), "page-cable");

      cable.pull();
      soon(() -> assertThat(page.shows("#away")).isTrue());
      assertThat(page.text("#status")).isEqualTo("Service away");
      orders.went("page-cable", Journeys.SHIPPED);
      cable.plug();

      soon(() -> assertThat(page.text("#status")).isEqualTo("Live"));
      assertThat(page.shows("#away")).isFalse();
      soon(() -> assertThat(page.listedState("page-cable")).isEqualTo("Shipped"));
      soon(() -> assertThat(page.steps()).containsExactly("done", "done", "done", "done"));
    }
  }

  private HttpURLConnection head(String path) throws IOException {
    return (HttpURLConnection) url.resolve(path).toURL().openConnection();
  }
}
