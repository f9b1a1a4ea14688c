package com.example.orderflow.loadtester.balance;

import com.example.orderflow.events.Wiring;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The same orders through several wirings: however the functions are connected, as many orders have
 * to come to each end, and as much has to be charged.
 */
public record Comparison(Map<Wiring, BalanceSheet> sheets) {

  public Comparison {
    sheets = Collections.unmodifiableMap(new TreeMap<>(sheets));
  }

  /** Every sheet is in order by itself, and all say the same. */
  @JsonProperty
  public boolean ok() {
    return equal() && sheets.values().stream().allMatch(BalanceSheet::ok);
  }

  /** Of orders and money, all sheets say the same. */
  @JsonProperty
  public boolean equal() {
    return sheets.values().stream().map(Comparison::totals).distinct().count() <= 1;
  }

  private static List<Long> totals(BalanceSheet sheet) {
    return List.of(
        sheet.sent(),
        sheet.shipped(),
        sheet.rejected(),
        sheet.paymentFailed(),
        sheet.cancelled(),
        sheet.deadLettered(),
        sheet.charges(),
        sheet.refunds(),
        sheet.bookings());
  }
}
