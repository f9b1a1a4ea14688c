package com.example.orderflow.loadtester.balance;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * The end of a run, in numbers of orders:
 *
 * <pre>
 * sent = shipped + rejected + paymentFailed + cancelled + deadLettered + inFlight + unaccounted
 * </pre>
 *
 * <p>The components are the report as JSON, in this order.
 *
 * @param sent the answer was that the order is taken, or an event of it was seen
 * @param deadLettered an event of the order is a dead letter, and the order has no outcome
 * @param inFlight an event of the order was seen, but no end; the platform will go on with it
 * @param unaccounted lost: accepted and never seen again; or ended in two contradicting ways
 * @param duplicates events that ended an order again, under another id
 * @param charges in the sandbox's ledger, for the orders sent; so are all numbers about money
 * @param doubleCharges orders that were charged more than once
 * @param latencyMillis from the first request for an order to the event that ended it
 * @param ordersPerSecond orders at rest, by the time from the first request to the last end
 * @param redeliveries events that ended an order again under the same id, as at-least-once allows
 * @param notSent orders that were refused, or that nobody took
 * @param problems what speaks against the run, in words; the first {@value #MOST_PROBLEMS}
 */
public record BalanceSheet(
    long sent,
    long shipped,
    long rejected,
    long paymentFailed,
    long cancelled,
    long deadLettered,
    long inFlight,
    long unaccounted,
    long duplicates,
    long charges,
    long refunds,
    long doubleCharges,
    Latency latencyMillis,
    double ordersPerSecond,
    long bookings,
    long redeliveries,
    long notSent,
    double seconds,
    long problemCount,
    List<String> problems) {

  public static final int MOST_PROBLEMS = 100;

  public BalanceSheet {
    problems = List.copyOf(problems);
  }

  /** How long orders took, in milliseconds; zeros when none ended. */
  public record Latency(long p50, long p95, long p99, long max) {}

  /** Every order is at rest where it belongs, and the ledger agrees. */
  @JsonProperty
  public boolean ok() {
    return unaccounted == 0 && inFlight == 0 && doubleCharges == 0 && problemCount == 0;
  }
}
