package com.example.orderflow.validateorder;

import com.example.orderflow.events.Money;
import com.example.orderflow.events.Violation;
import java.util.List;

/** What the rules say of an order. */
sealed interface Verdict {

  /** All rules hold. */
  record Valid(Money total) implements Verdict {}

  /** Every rule that is broken, at least one. */
  record Invalid(List<Violation> violations) implements Verdict {
    public Invalid {
      violations = List.copyOf(violations);
    }
  }
}
