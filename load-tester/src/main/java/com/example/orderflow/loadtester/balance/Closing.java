package com.example.orderflow.loadtester.balance;

import com.example.orderflow.loadtester.Ending;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.HdrHistogram.Histogram;

/** Draws the balance: counts the orders of a tally and asks the witness about each. */
public final class Closing {
  private final Map<Ending, Long> endings = new EnumMap<>(Ending.class);
  private final Histogram latencies = new Histogram(3);
  private final List<String> problems = new ArrayList<>();
  private long problemCount;
  private long sent;
  private long inFlight;
  private long unaccounted;
  private long duplicates;
  private long redeliveries;
  private long charges;
  private long refunds;
  private long bookings;
  private long doubleCharges;
  private Instant begin = Instant.MAX;
  private Instant end = Instant.MIN;

  private Closing() {}

  /**
   * @param witness empty when the ledger could not be read, which is a problem by itself
   */
  public static BalanceSheet of(Tally tally, Optional<Witness> witness) {
    Closing closing = new Closing();
    tally.sentOrders().stream()
        .sorted(Comparator.comparing(Progress::orderId))
        .forEach(order -> closing.count(order, witness));
    if (witness.isEmpty()) {
      closing.problem("the ledger of the sandbox could not be read: charges are unknown");
    }
    Map<String, String> notSent = tally.notSent();
    notSent.forEach((order, reason) -> closing.problem(order + ": not sent: " + reason));
    return closing.sheet(notSent.size());
  }

  private void count(Progress order, Optional<Witness> witness) {
    sent++;
    order.ending().ifPresent(ending -> endings.merge(ending, 1L, Long::sum));
    inFlight += order.isInFlight() ? 1 : 0;
    duplicates += order.duplicates();
    redeliveries += order.redeliveries();
    order.unaccounted().ifPresent(reason -> lost(order.orderId() + ": " + reason));
    order.unexpected().ifPresent(reason -> problem(order.orderId() + ": " + reason));
    order.latency().ifPresent(latency -> latencies.recordValue(latency.toMillis()));
    begin = order.posted().isBefore(begin) ? order.posted() : begin;
    end = order.endedAt().filter(ended -> ended.isAfter(end)).orElse(end);
    witness.ifPresent(ledger -> compare(order, ledger));
  }

  private void compare(Progress order, Witness ledger) {
    Witness.Effects effects = ledger.of(order.orderId());
    charges += effects.charges();
    refunds += effects.refunds();
    bookings += effects.bookings();
    doubleCharges += effects.charges() > 1 ? 1 : 0;
    order
        .ending()
        .flatMap(ending -> ledger.contradiction(order.orderId(), ending))
        .ifPresent(reason -> problem(order.orderId() + ": " + reason));
  }

  private void lost(String problem) {
    unaccounted++;
    problem(problem);
  }

  private void problem(String problem) {
    problemCount++;
    if (problems.size() < BalanceSheet.MOST_PROBLEMS) {
      problems.add(problem);
    }
  }

  private BalanceSheet sheet(long notSent) {
    double seconds = end.isAfter(begin) ? Duration.between(begin, end).toMillis() / 1000.0 : 0;
    double perSecond =
        seconds == 0 ? 0 : Math.round(10 * latencies.getTotalCount() / seconds) / 10.0;
    return new BalanceSheet(
        sent,
        ended(Ending.SHIPPED),
        ended(Ending.REJECTED),
        ended(Ending.PAYMENT_FAILED),
        ended(Ending.CANCELLED),
        ended(Ending.DEAD_LETTERED),
        inFlight,
        unaccounted,
        duplicates,
        charges,
        refunds,
        doubleCharges,
        new BalanceSheet.Latency(
            latencies.getValueAtPercentile(50),
            latencies.getValueAtPercentile(95),
            latencies.getValueAtPercentile(99),
            latencies.getMaxValue()),
        perSecond,
        bookings,
        redeliveries,
        notSent,
        seconds,
        problemCount,
        problems);
  }

  private long ended(Ending ending) {
    return endings.getOrDefault(ending, 0L);
  }
}
