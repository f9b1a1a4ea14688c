package com.example.orderflow.baseline;

import com.example.orderflow.events.Money;
import com.example.orderflow.events.Order;
import com.example.orderflow.events.OrderLine;
import com.example.orderflow.events.Violation;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The rules of validate-order, all of them checked. */
final class OrderCheck {
  private static final int MOST_LINES = 2_000;
  private static final long MOST_PIECES = 100_000;
  private static final BigInteger HIGHEST_TOTAL = BigInteger.valueOf(100_000_000);

  private static final Set<String> CURRENCIES =
      Currency.getAvailableCurrencies().stream()
          .map(Currency::getCurrencyCode)
          .collect(Collectors.toUnmodifiableSet());

  private static final Set<String> COUNTRIES =
      Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);

  private OrderCheck() {}

  /** Every rule that is broken. */
  static List<Violation> violations(Order order) {
    List<Violation> found = new ArrayList<>();
    String country = order.destination() == null ? null : order.destination().country();
    demand(isPresent(order.customerId()), "customerId", order.customerId(), "present", found);
    demand(isIn(CURRENCIES, order.currency()), "currency", order.currency(), "ISO 4217", found);
    demand(isIn(COUNTRIES, country), "destination.country", country, "ISO 3166-1 alpha-2", found);
    demand(isPresent(order.paymentToken()), "paymentToken", order.paymentToken(), "present", found);
    int lines = order.lines().size();
    demand(lines >= 1 && lines <= MOST_LINES, "lines", lines, "1 to " + MOST_LINES, found);
    for (int i = 0; i < Math.min(lines, MOST_LINES); i++) {
      check("lines[%d].".formatted(i), order.lines().get(i), found);
    }
    BigInteger sum = sum(order);
    demand(sum.compareTo(HIGHEST_TOTAL) <= 0, "total", sum, "at most " + HIGHEST_TOTAL, found);
    return found;
  }

  /** Of an order that keeps the rules. */
  static Money total(Order order) {
    return new Money(sum(order).longValueExact(), order.currency());
  }

  private static void check(String field, OrderLine line, List<Violation> found) {
    long pieces = line.quantity();
    demand(isPresent(line.sku()), field + "sku", line.sku(), "present", found);
    demand(
        pieces >= 1 && pieces <= MOST_PIECES,
        field + "quantity",
        pieces,
        "1 to " + MOST_PIECES,
        found);
    demand(line.unitPrice() >= 1, field + "unitPrice", line.unitPrice(), "at least 1", found);
  }

  /** Two longs do not multiply into a long. */
  private static BigInteger sum(Order order) {
    return order.lines().stream()
        .limit(MOST_LINES)
        .map(
            line ->
                BigInteger.valueOf(line.quantity()).multiply(BigInteger.valueOf(line.unitPrice())))
        .reduce(BigInteger.ZERO, BigInteger::add);
  }

  private static void demand(
      boolean holds, String field, Object value, String rule, List<Violation> found) {
    if (!holds) {
      found.add(new Violation(field, value == null ? null : value.toString(), rule));
    }
  }

  private static boolean isPresent(String text) {
    return text != null && !text.isBlank();
  }

  private static boolean isIn(Set<String> codes, String code) {
    return code != null && codes.contains(code);
  }
}
