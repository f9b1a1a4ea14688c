package com.example.orderflow.loadtester.balance;

import static com.example.orderflow.loadtester.topics.Events.NOON;
import static com.example.orderflow.loadtester.topics.Events.deadLetter;
import static com.example.orderflow.loadtester.topics.Events.way;
import static com.example.orderflow.loadtester.topics.Events.withId;
import static org.assertj.core.api.Assertions.assertThat;

import com.example.orderflow.events.EventType;
import com.example.orderflow.loadtester.Ending;
import com.example.orderflow.loadtester.topics.SeenEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/**
 * The balance is right for every stream that an at-least-once platform may write, and for worse.
 */
class BalanceIdentityTest {
  private static final Map<Ending, EventType[]> WAYS =
      Map.of(
          Ending.SHIPPED,
          new EventType[] {
            EventType.ORDER_VALIDATED, EventType.PAYMENT_COMPLETED, EventType.ORDER_SHIPPED
          },
          Ending.REJECTED,
          new EventType[] {EventType.ORDER_REJECTED},
          Ending.PAYMENT_FAILED,
          new EventType[] {EventType.ORDER_VALIDATED, EventType.PAYMENT_FAILED},
          Ending.CANCELLED,
          new EventType[] {
            EventType.ORDER_VALIDATED,
            EventType.PAYMENT_COMPLETED,
            EventType.SHIPMENT_FAILED,
            EventType.PAYMENT_REFUNDED
          },
          Ending.DEAD_LETTERED,
          new EventType[] {EventType.ORDER_VALIDATED});

  @Property
  void repeatsAndAnyOrderChangeNothing(
      @ForAll("endings") @Size(max = 30) List<Ending> endings, @ForAll Random random) {
    List<SeenEvent> stream = repeatedAndShuffled(events(endings), random);

    BalanceSheet sheet = sheet(endings.size(), stream);

    assertThat(counts(sheet)).isEqualTo(counts(endings));
    assertThat(sheet.sent()).isEqualTo(endings.size());
    assertThat(sheet.unaccounted() + sheet.inFlight() + sheet.duplicates()).isZero();
  }

  @Property
  void everyOrderIsCountedOnceWhateverIsLost(
      @ForAll("endings") @Size(max = 30) List<Ending> endings, @ForAll Random random) {
    List<SeenEvent> stream = repeatedAndShuffled(events(endings), random);
    stream.removeIf(event -> random.nextInt(3) == 0);

    BalanceSheet sheet = sheet(endings.size(), stream);

    long atRest = counts(sheet).values().stream().mapToLong(Long::longValue).sum();
    assertThat(sheet.sent()).isEqualTo(endings.size());
    assertThat(atRest + sheet.inFlight() + sheet.unaccounted()).isEqualTo(sheet.sent());
    assertThat(sheet.ok()).isEqualTo(atRest == sheet.sent());
  }

  @Property
  void anOrderLostAltogetherIsUnaccounted(
      @ForAll("endings") @Size(min = 1, max = 30) List<Ending> endings, @ForAll Random random) {
    String lost = orderId(random.nextInt(endings.size()));
    List<SeenEvent> stream = repeatedAndShuffled(events(endings), random);
    stream.removeIf(event -> event.orderId().equals(lost));

    BalanceSheet sheet = sheet(endings.size(), stream);

    assertThat(sheet.unaccounted()).isEqualTo(1);
    assertThat(sheet.problems()).singleElement().asString().startsWith(lost + ": ");
  }

  @Property
  void anEndUnderAnotherIdIsADuplicate(
      @ForAll("endings") @Size(min = 1, max = 30) List<Ending> endings, @ForAll Random random) {
    List<SeenEvent> stream = events(endings);
    List<SeenEvent> ends =
        stream.stream()
            .filter(event -> event.deadLetter().isEmpty() && event.ending().isPresent())
            .toList();
    ends.forEach(end -> stream.add(withId(end, "another")));
    Collections.shuffle(stream, random);

    assertThat(sheet(endings.size(), stream).duplicates()).isEqualTo(ends.size());
  }

  @Provide
  Arbitrary<List<Ending>> endings() {
    return Arbitraries.of(Ending.class).list();
  }

  private static List<SeenEvent> events(List<Ending> endings) {
    List<SeenEvent> events = new ArrayList<>();
    for (int order = 0; order < endings.size(); order++) {
      List<SeenEvent> way = way(orderId(order), WAYS.get(endings.get(order)));
      events.addAll(way);
      if (endings.get(order) == Ending.DEAD_LETTERED) {
        events.add(deadLetter(way.getLast()));
      }
    }
    return events;
  }

  private static List<SeenEvent> repeatedAndShuffled(List<SeenEvent> events, Random random) {
    List<SeenEvent> stream = new ArrayList<>();
    for (SeenEvent event : events) {
      stream.addAll(Collections.nCopies(1 + random.nextInt(3), event));
    }
    Collections.shuffle(stream, random);
    return stream;
  }

  private static BalanceSheet sheet(int orders, List<SeenEvent> stream) {
    Tally tally = Tally.ofPosted();
    IntStream.range(0, orders)
        .mapToObj(BalanceIdentityTest::orderId)
        .forEach(
            orderId -> {
              tally.posting(orderId, NOON, Optional.empty());
              tally.accepted(orderId, NOON);
            });
    Witness witness = new Witness();
    stream.forEach(event -> tally.seen(event, NOON));
    for (Progress order : tally.sentOrders()) {
      due(order.ending()).forEach(kind -> witness.hear(new LedgerEntry(1, kind, order.orderId())));
    }
    return Closing.of(tally, Optional.of(witness));
  }

  /** An honest ledger: these tests are about the events. */
  private static List<String> due(Optional<Ending> ending) {
    return switch (ending.orElse(Ending.REJECTED)) {
      case SHIPPED -> List.of("charge", "booking");
      case CANCELLED -> List.of("charge", "refund");
      case REJECTED, PAYMENT_FAILED, DEAD_LETTERED -> List.of();
    };
  }

  private static Map<Ending, Long> counts(List<Ending> endings) {
    Map<Ending, Long> counts = new EnumMap<>(Ending.class);
    for (Ending ending : Ending.values()) {
      counts.put(ending, (long) Collections.frequency(endings, ending));
    }
    return counts;
  }

  private static Map<Ending, Long> counts(BalanceSheet sheet) {
    return Map.of(
        Ending.SHIPPED, sheet.shipped(),
        Ending.REJECTED, sheet.rejected(),
        Ending.PAYMENT_FAILED, sheet.paymentFailed(),
        Ending.CANCELLED, sheet.cancelled(),
        Ending.DEAD_LETTERED, sheet.deadLettered());
  }

  private static String orderId(int index) {
    return "order-" + index;
  }
}
