package com.example.orderflow.loadtester.report;

import com.example.orderflow.loadtester.balance.BalanceSheet;
import java.util.Optional;

/**
 * The end of a load test.
 *
 * @param balance empty when the target is a function, after which nobody follows an order
 */
public record RunResult(Optional<BalanceSheet> balance, LoadReport load) {

  /** Every order is accounted for, and the bounds are kept. */
  public boolean ok() {
    return load.broken().isEmpty() && balance.map(BalanceSheet::ok).orElse(true);
  }
}
