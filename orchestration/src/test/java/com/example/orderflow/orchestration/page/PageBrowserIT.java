package com.example.orderflow.orchestration.page;

import static com.example.orderflow.events.EventType.ORDER_CREATED;
import static com.example.orderflow.events.EventType.ORDER_SHIPPED;
import static com.example.orderflow.events.EventType.ORDER_VALIDATED;
import static com.example.orderflow.events.EventType.PAYMENT_COMPLETED;
import static com.example.orderflow.orchestration.page.LivePage.soon;
import static org.assertj.core.api.Assertions.assertThat;

import com.example.orderflow.events.EventIds;
import com.example.orderflow.events.EventType;
import com.example.orderflow.orchestration.Api;
import com.example.orderflow.orchestration.OrchestrationParts;
import com.example.orderflow.orchestration.Told;
import com.example.orderflow.orchestration.order.Journeys;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
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
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageBrowserIT {
  private static final int MANY = 10_000;

  @TestHTTPResource URI url;

  private LivePage page;
  private Api api;
  private Told told;

  @BeforeAll
  void startBrowser() {
    page = new LivePage();
  }

  @AfterAll
  void endBrowser() {
    if (page != null) {
      page.close();
    }
  }

  @BeforeEach
  void sitDown() {
    api = new Api(url);
    told = new Told();
    page.onScreen(1440, 900, Scheme.LIGHT);
  }

  @AfterEach
  void fallSilent() {
    told.close();
  }

  @Test
  void anOrderThatComesInStandsFirstWithoutAReload() {
    page.open(url);

    told.events("page-first", ORDER_CREATED, ORDER_VALIDATED);

    soon(() -> assertThat(page.listed()).startsWith("page-first"));
    soon(() -> assertThat(page.listedState("page-first")).isEqualTo("Validated"));
  }

  @Test
  void theStepsLightUpAsTheirEventsArrive() throws IOException {
    page.onScreen(1440, 900, Scheme.DARK);
    place("page-lit", "broker");
    page.openAt(url, "page-lit");
    assertThat(page.steps()).containsExactly("done", "waiting", "ahead", "ahead");

    told.events("page-lit", ORDER_CREATED, ORDER_VALIDATED);
    soon(() -> assertThat(page.steps()).containsExactly("done", "done", "waiting", "ahead"));
    page.photograph("page-in-flight");

    told.events("page-lit", ORDER_CREATED, ORDER_VALIDATED, PAYMENT_COMPLETED, ORDER_SHIPPED);
    soon(() -> assertThat(page.steps()).containsExactly("done", "done", "done", "done"));
    assertThat(page.text(".facts .badge")).isEqualTo("Shipped");
  }

  @Test
  void aCancelledOrderIsDrawnBackwards() throws IOException {
    place("page-back", "broker");
    went("page-back", Journeys.CANCELLED);

    page.openAt(url, "page-back");

    soon(() -> assertThat(page.steps()).containsExactly("done", "done", "done", "refused", "done"));
    assertThat(page.holds(LEADS_BACK)).isTrue();
    assertThat(page.timeline())
        .containsExactly(
            "Order created",
            "Order validated",
            "Payment completed",
            "Shipment failed",
            "Payment refunded");
    page.photograph("page-cancelled");
  }

  /** Whether the arrow of the compensation ends left of where it begins. */
  private static final String LEADS_BACK =
      """
      const path = document.querySelector('.link.back[marker-end]');
      return path.getPointAtLength(path.getTotalLength()).x < path.getPointAtLength(0).x;""";

  @Test
  void whatASequenceDoesNotShowIsDrawnAsUnseen() {
    place("page-unseen", "sequence");
    told.event(
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
  void anUndeliveredEventIsShownWhereTheOrderIsStuck() {
    place("page-stuck", "broker");
    told.events("page-stuck", ORDER_CREATED);
    told.deadLetter(
        "page-stuck", ORDER_CREATED, EventIds.ofOrder("page-stuck"), "422", "no such thing");

    page.openAt(url, "page-stuck");

    soon(() -> assertThat(page.steps()).startsWith("done", "stuck"));
    soon(() -> assertThat(page.text("#dead-letters")).isNotEqualTo("0"));
    assertThat(page.text(".timeline .dead-letter p")).contains("422", "no such thing");
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
    went(placed, Journeys.CANCELLED);
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
    place("page-narrow-" + scheme.id(), "broker");
    went("page-narrow-" + scheme.id(), Journeys.CANCELLED);
    page.openAt(url, "page-narrow-" + scheme.id());
    soon(() -> assertThat(page.steps()).endsWith("done"));

    assertThat(page.number("return document.scrollingElement.scrollWidth"))
        .isLessThanOrEqualTo(360);
    page.holds("document.getElementById('detail').scrollIntoView(); return true");
    page.photograph("page-narrow-" + scheme.id());
  }

  @ParameterizedTest
  @EnumSource
  void everyRuleOfAccessibilityHolds(Scheme scheme) throws IOException {
    page.onScreen(1440, 900, scheme);
    place("page-axe-" + scheme.id(), "chain");
    page.openAt(url, "page-axe-" + scheme.id());
    page.find("#form summary").click();
    page.type("#quantity", "six");
    page.find("#form button").click();
    soon(() -> assertThat(page.has(".violation")).isTrue());

    assertThat(page.accessibilityViolations()).isEmpty();
  }

  @Test
  void theBrowserHasNothingToComplainAboutUnderAStrictPolicy() throws IOException {
    assertThat(policy())
        .startsWith("default-src 'none'; script-src 'self'")
        .doesNotContain("unsafe");
    page.console();

    place("page-policy", "broker");
    page.openAt(url, "page-policy");
    went("page-policy", Journeys.CANCELLED);
    soon(() -> assertThat(page.steps()).hasSize(5));
    page.filterByWiring("broker");
    soon(() -> assertThat(page.listed()).contains("page-policy"));

    assertThat(page.console()).isEmpty();
  }

  @Test
  void tenThousandOrdersScrollInAFewElements() throws IOException {
    List<Journeys> ends = List.of(Journeys.values());
    for (int n = 0; n < MANY; n++) {
      Journeys journey = n % 7 < 4 ? Journeys.SHIPPED : ends.get(n % ends.size());
      told.events("page-many-" + n, journey.last());
    }
    soon(() -> assertThat(listedInAll()).isGreaterThanOrEqualTo(MANY));
    page.open(url);
    soon(() -> assertThat(page.listed()).hasSizeGreaterThan(20));
    page.photograph("page");

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
    place("page-cable", "broker");
    try (Cable cable = new Cable(url)) {
      page.openAt(cable.url(), "page-cable");

      cable.pull();
      soon(() -> assertThat(page.shows("#away")).isTrue());
      assertThat(page.text("#status")).isEqualTo("Service away");
      went("page-cable", Journeys.SHIPPED);
      cable.plug();

      soon(() -> assertThat(page.text("#status")).isEqualTo("Live"));
      assertThat(page.shows("#away")).isFalse();
      soon(() -> assertThat(page.listedState("page-cable")).isEqualTo("Shipped"));
      soon(() -> assertThat(page.steps()).containsExactly("done", "done", "done", "done"));
    }
  }

  private String policy() throws IOException {
    return url.toURL().openConnection().getHeaderField("Content-Security-Policy");
  }

  private void place(String orderId, String wiring) {
    api.send(api.posting("/orders?wiring=" + wiring, Api.order(orderId)));
  }

  private void went(String orderId, Journeys journey) {
    told.events(orderId, journey.events().toArray(EventType[]::new));
  }

  private long listedInAll() {
    long all = 0;
    for (var wiring : api.get("/stats").body().path("orders")) {
      for (var state : wiring) {
        all += state.asLong();
      }
    }
    return all;
  }
}
