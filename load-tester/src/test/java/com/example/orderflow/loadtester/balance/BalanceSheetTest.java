package com.example.orderflow.loadtester.balance;

import static com.example.orderflow.events.EventType.ORDER_REJECTED;
import static com.example.orderflow.events.EventType.ORDER_SHIPPED;
import static com.example.orderflow.events.EventType.ORDER_VALIDATED;
import static com.example.orderflow.events.EventType.PAYMENT_COMPLETED;
import static com.example.orderflow.events.EventType.PAYMENT_FAILED;
import static com.example.orderflow.events.EventType.PAYMENT_REFUNDED;
import static com.example.orderflow.events.EventType.SHIPMENT_FAILED;
import static com.example.orderflow.loadtester.topics.Events.NOON;
import static com.example.orderflow.loadtester.topics.Events.created;
import static com.example.orderflow.loadtester.topics.Events.deadLetter;
import static com.example.orderflow.loadtester.topics.Events.way;
import static com.example.orderflow.loadtester.topics.Events.withData;
import static com.example.orderflow.loadtester.topics.Events.withId;
import static org.assertj.core.api.Assertions.assertThat;

import com.example.orderflow.events.EventJson;
import com.example.orderflow.events.EventType;
import com.example.orderflow.loadtester.Ending;
import com.example.orderflow.loadtester.reading.Expected;
import com.example.orderflow.loadtester.topics.SeenEvent;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class BalanceSheetTest {
  private static final EventType[] SHIPPED = {ORDER_VALIDATED, PAYMENT_COMPLETED, ORDER_SHIPPED};
  private static final EventType[] CANCELLED = {
    ORDER_VALIDATED, PAYMENT_COMPLETED, SHIPMENT_FAILED, PAYMENT_REFUNDED
  };

  private final Tally tally = Tally.ofPosted();
  private final Witness witness = new Witness();

  @Test
  void anUndisturbedRunIsOk() {
    accepted("a", "b", "c", "d");
    seen(way("a", SHIPPED));
    seen(way("b", ORDER_REJECTED));
    seen(way("c", ORDER_VALIDATED, PAYMENT_FAILED));
    seen(way("d", CANCELLED));
    done("a", "charge", "booking");
    done("c", "decline");
    done("d", "charge", "refund");

    BalanceSheet sheet = sheet();

    assertThat(sheet.sent()).isEqualTo(4);
    assertThat(sheet.shipped()).isEqualTo(1);
    assertThat(sheet.rejected()).isEqualTo(1);
    assertThat(sheet.paymentFailed()).isEqualTo(1);
    assertThat(sheet.cancelled()).isEqualTo(1);
    assertThat(sheet.charges()).isEqualTo(2);
    assertThat(sheet.refunds()).isEqualTo(1);
    assertThat(sheet.bookings()).isEqualTo(1);
    assertThat(sheet.latencyMillis()).isEqualTo(new BalanceSheet.Latency(30, 50, 50, 50));
    assertThat(sheet.ordersPerSecond()).isEqualTo(80);
    assertThat(sheet.problems()).isEmpty();
    assertThat(sheet.ok()).isTrue();
  }

  @Test
  void anOrderThatNobodySawAgainIsUnaccounted() {
    accepted("a");

    assertThat(sheet().unaccounted()).isEqualTo(1);
    assertThat(sheet().problems()).containsExactly("a: accepted, and no event of it was seen");
    assertThat(sheet().ok()).isFalse();
  }

  @Test
  void anOrderWithoutItsEndIsInFlight() {
    accepted("a");
    seen(way("a", ORDER_VALIDATED));

    assertThat(sheet().inFlight()).isEqualTo(1);
    assertThat(sheet().unaccounted()).isZero();
    assertThat(sheet().ok()).isFalse();
    assertThat(tally.open()).isEqualTo(1);
  }

  @Test
  void anOrderWhoseAcceptanceGotLostCountsAsSent() {
    posted("a", "b");
    tally.notAccepted("a", "503");
    tally.notAccepted("b", "503");
    seen(way("a", SHIPPED));
    done("a", "charge", "booking");

    assertThat(sheet().sent()).isEqualTo(1);
    assertThat(sheet().notSent()).isEqualTo(1);
    assertThat(sheet().problems()).containsExactly("b: not sent: 503");
  }

  @Test
  void aDeadLetterIsAnEndUntilACopyGetsThrough() {
    accepted("a");
    seen(List.of(created("a"), deadLetter(created("a"))));
    assertThat(sheet().deadLettered()).isEqualTo(1);
    assertThat(sheet().ok()).isTrue();

    seen(way("a", ORDER_REJECTED));
    assertThat(sheet().deadLettered()).isZero();
    assertThat(sheet().rejected()).isEqualTo(1);
  }

  @Test
  void theSameEndAgainIsARedelivery() {
    accepted("a");
    seen(way("a", SHIPPED));
    seen(way("a", SHIPPED));
    done("a", "charge", "booking");

    assertThat(sheet().redeliveries()).isEqualTo(1);
    assertThat(sheet().duplicates()).isZero();
    assertThat(sheet().ok()).isTrue();
  }

  @Test
  void theSameEndUnderAnotherIdIsADuplicate() {
    accepted("a");
    seen(way("a", SHIPPED));
    seen(List.of(withId(way("a", SHIPPED).getLast(), "other")));

    assertThat(sheet().duplicates()).isEqualTo(1);
    assertThat(sheet().shipped()).isEqualTo(1);
  }

  @Test
  void twoDifferentEndsAreUnaccounted() {
    accepted("a");
    seen(way("a", SHIPPED));
    seen(way("a", ORDER_REJECTED));

    assertThat(sheet().unaccounted()).isEqualTo(1);
    assertThat(sheet().shipped() + sheet().rejected()).isZero();
    assertThat(sheet().problems()).contains("a: shipped and rejected as well");
  }

  @Test
  void eventsOfOthersDoNotMatter() {
    accepted("a");
    seen(way("b", SHIPPED));

    assertThat(sheet().sent()).isEqualTo(1);
    assertThat(sheet().shipped()).isZero();
  }

  @Test
  void theBalanceOfEverythingCountsWhoeverIsSeen() {
    Tally everything = Tally.ofEverything();
    way("b", ORDER_REJECTED).forEach(event -> everything.seen(event, NOON));

    assertThat(Closing.of(everything, Optional.of(witness)).rejected()).isEqualTo(1);
  }

  @Test
  void aDoubleChargeIsFoundInTheLedger() {
    accepted("a");
    seen(way("a", SHIPPED));
    done("a", "charge", "charge", "booking");

    assertThat(sheet().doubleCharges()).isEqualTo(1);
    assertThat(sheet().problems())
        .containsExactly(
            "a: shipped, but the ledger has 2 charges, 0 refunds, 1 bookings instead of 1 charges, 0 refunds, 1 bookings");
    assertThat(sheet().ok()).isFalse();
  }

  @Test
  void theLedgerMayContradictEveryOutcome() {
    accepted("a", "b", "c", "d");
    seen(way("a", SHIPPED));
    seen(way("b", ORDER_REJECTED));
    seen(way("c", ORDER_VALIDATED, PAYMENT_FAILED));
    seen(way("d", CANCELLED));
    done("b", "charge");
    done("c", "charge");
    done("d", "charge");

    assertThat(sheet().problems()).hasSize(4);
    assertThat(sheet().ok()).isFalse();
  }

  @Test
  void withoutTheLedgerNothingIsOk() {
    assertThat(Closing.of(tally, Optional.empty()).ok()).isFalse();
  }

  @Test
  void samplesThatEndOtherwiseThanExpectedAreListed() {
    expecting("a", Ending.SHIPPED, null);
    expecting("b", Ending.REJECTED, null, "customerId", "currency");
    expecting("c", Ending.PAYMENT_FAILED, "card_declined");
    expecting("d", Ending.DEAD_LETTERED, null);
    expecting("e", Ending.REJECTED, null, "lines");
    seen(way("a", ORDER_REJECTED));
    seenWith("{\"violations\":[{\"field\":\"currency\"}]}", way("b", ORDER_REJECTED));
    seenWith("{\"reason\":\"unknown_token\"}", way("c", ORDER_VALIDATED, PAYMENT_FAILED));
    seen(List.of(created("d")));
    seenWith("{\"violations\":[{\"field\":\"lines\"}]}", way("e", ORDER_REJECTED));

    assertThat(sheet().problems())
        .containsExactly(
            "a: expected shipped, but it is rejected",
            "b: expected the rules [currency, customerId], but it broke [currency]",
            "c: expected the reason card_declined, but it is unknown_token",
            "d: expected deadLettered, but it is in flight");
  }

  @Test
  void theReportHasTheAgreedNamesFirst() {
    JsonNode report = EventJson.mapper().valueToTree(sheet());
    List<String> names = new ArrayList<>();
    report.fieldNames().forEachRemaining(names::add);

    assertThat(names)
        .startsWith(
            "sent",
            "shipped",
            "rejected",
            "paymentFailed",
            "cancelled",
            "deadLettered",
            "inFlight",
            "unaccounted",
            "duplicates",
            "charges",
            "refunds",
            "doubleCharges",
            "latencyMillis",
            "ordersPerSecond")
        .contains("ok");
    assertThat(report.get("latencyMillis").fieldNames())
        .toIterable()
        .startsWith("p50", "p95", "p99");
  }

  @Test
  void theTextSaysTheSame() {
    accepted("a");
    seen(way("a", SHIPPED));
    done("a", "charge", "booking");

    assertThat(BalanceText.of(sheet()))
        .contains("sent                      1  orders\n")
        .contains("  shipped                 1\n")
        .contains("  unaccounted             0  must be 0\n")
        .contains("latency                  40  ms p50, 40 p95, 40 p99, 40 longest\n")
        .endsWith("OK: every order is accounted for.\n");
  }

  private void posted(String... orderIds) {
    for (String orderId : orderIds) {
      tally.posting(orderId, NOON, Optional.empty());
    }
  }

  private void accepted(String... orderIds) {
    posted(orderIds);
    for (String orderId : orderIds) {
      tally.accepted(orderId, NOON);
    }
  }

  private void expecting(String orderId, Ending ending, String reason, String... rules) {
    Expected expected = new Expected(ending, new TreeSet<>(List.of(rules)), reason);
    tally.posting(orderId, NOON, Optional.of(expected));
    tally.accepted(orderId, NOON);
  }

  private void seen(List<SeenEvent> events) {
    events.forEach(event -> tally.seen(event, NOON));
  }

  private void seenWith(String data, List<SeenEvent> events) {
    events.forEach(event -> tally.seen(withData(event, data), NOON));
  }

  private void done(String orderId, String... kinds) {
    for (String kind : kinds) {
      witness.hear(new LedgerEntry(1, kind, orderId));
    }
  }

  private BalanceSheet sheet() {
    return Closing.of(tally, Optional.of(witness));
  }
}
