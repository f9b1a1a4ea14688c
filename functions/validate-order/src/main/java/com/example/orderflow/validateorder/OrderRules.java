package com.example.orderflow.validateorder;

import com.example.orderflow.events.Money;
import com.example.orderflow.events.Order;
import com.example.orderflow.events.OrderLine;
import java.math.BigInteger;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The rules of an order, all of them checked, whatever the others say.
 *
 * <p>Of an order with too many lines only the first are looked at: whoever sends a million lines
 * learns that they are too many, and does not get a million violations back.
 */
final class OrderRules {

  private static final Set<String> CURRENCIES =
      Currency.getAvailableCurrencies().stream()
          .map(Currency::getCurrencyCode)
          .collect(Collectors.toUnmodifiableSet());

  private static final Set<String> COUNTRIES =
      Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);

  private final OrderLimits limits;

  OrderRules(OrderLimits limits) {
    this.limits = limits;
  }

  Verdict check(Order order) {
    Violations violations = new Violations();
    violations.unlessPresent("customerId", order.customerId());
    violations.unlessIn(CURRENCIES, "currency", order.currency(), "an ISO 4217 code");
    violations.unlessIn(
        COUNTRIES, "destination.country", country(order), "an ISO 3166-1 alpha-2 code");
    violations.unlessPresent("paymentToken", order.paymentToken());
    violations.unlessWithin(1, limits.maxLines(), "lines", order.lines().size());
    List<OrderLine> lines =
        order.lines().subList(0, Math.min(order.lines().size(), limits.maxLines()));
    for (int i = 0; i < lines.size(); i++) {
      checkLine(lines.get(i), violations.ofLine(i));
    }
    BigInteger total = total(lines);
    violations.unlessAtMost(limits.maxTotalMinorUnits(), "total", total);
    return violations.isEmpty()
        ? new Verdict.Valid(new Money(total.longValueExact(), order.currency()))
        : new Verdict.Invalid(violations.toList());
  }

  private void checkLine(OrderLine line, Violations violations) {
    violations.unlessPresent("sku", line.sku());
    violations.unlessWithin(1, limits.maxQuantity(), "quantity", line.quantity());
    violations.unlessAtLeast(1, "unitPrice", line.unitPrice());
  }

  /** Two longs do not multiply into a long: an absurd price has to be told, not wrapped around. */
  private static BigInteger total(List<OrderLine> lines) {
    BigInteger total = BigInteger.ZERO;
    for (OrderLine line : lines) {
      BigInteger quantity = BigInteger.valueOf(line.quantity());
      total = total.add(quantity.multiply(BigInteger.valueOf(line.unitPrice())));
    }
    return total;
  }

  private static String country(Order order) {
    return order.destination() == null ? null : order.destination().country();
  }
}
