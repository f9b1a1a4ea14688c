package com.example.orderflow.loadtester.balance;

import com.example.orderflow.loadtester.Ending;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What the sandbox says was done for each order. It knows nothing of events, so it can contradict
 * them.
 */
public final class Witness {
  private static final Effects NONE = new Effects(0, 0, 0);

  private final Map<String, Effects> effects = new HashMap<>();

  /** What was done for one order. */
  record Effects(int charges, int refunds, int bookings) {

    Effects with(LedgerEntry entry) {
      return switch (entry.kind()) {
        case "charge" -> new Effects(charges + 1, refunds, bookings);
        case "refund" -> new Effects(charges, refunds + 1, bookings);
        case "booking" -> new Effects(charges, refunds, bookings + 1);
        default -> this;
      };
    }

    @Override
    public String toString() {
      return "%d charges, %d refunds, %d bookings".formatted(charges, refunds, bookings);
    }
  }

  /** Reads the ledger and keeps what it says about these orders. */
  public static Witness of(Ledger ledger, Predicate<String> orderIds)
      throws IOException, InterruptedException {
    Witness witness = new Witness();
    ledger.read(
        entry -> {
          if (orderIds.test(entry.orderId())) {
            witness.hear(entry);
          }
        });
    return witness;
  }

  void hear(LedgerEntry entry) {
    Effects after = effects.getOrDefault(entry.orderId(), NONE).with(entry);
    if (!after.equals(NONE)) {
      effects.put(entry.orderId(), after);
    }
  }

  Effects of(String orderId) {
    return effects.getOrDefault(orderId, NONE);
  }

  /** What an order at rest must not look like in the ledger. */
  Optional<String> contradiction(String orderId, Ending ending) {
    Effects due =
        switch (ending) {
          case SHIPPED -> new Effects(1, 0, 1);
          case CANCELLED -> new Effects(1, 1, 0);
          case REJECTED, PAYMENT_FAILED -> NONE;
          case DEAD_LETTERED -> of(orderId); // it stopped anywhere
        };
    return of(orderId).equals(due)
        ? Optional.empty()
        : Optional.of(
            "%s, but the ledger has %s instead of %s".formatted(ending.json(), of(orderId), due));
  }
}
