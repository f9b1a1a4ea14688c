package com.example.orderflow.loadtester.drill;

import com.example.orderflow.loadtester.balance.BalanceSheet;
import java.util.List;

/**
 * What became of the orders of a drill.
 *
 * @param outages in the order of the kills
 * @param balance of all orders
 */
public record DrillReport(List<Outage> outages, BalanceSheet balance) {

  public boolean ok() {
    return balance.ok();
  }
}
