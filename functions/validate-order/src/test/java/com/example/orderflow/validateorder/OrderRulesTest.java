package com.example.orderflow.validateorder;

import static com.example.orderflow.validateorder.Orders.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.example.orderflow.events.Money;
import com.example.orderflow.events.Order;
import com.example.orderflow.events.Violation;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OrderRulesTest {

  private final OrderRules rules = new OrderRules(Limits.DEFAULT);

  @Test
  void anOrderThatKeepsAllRulesIsValidAndHasATotal() {
    assertThat(rules.check(Orders.good())).isEqualTo(new Verdict.Valid(new Money(3_564, "GBP")));
  }

  static Stream<Order> ordersAtTheLimits() {
    return Stream.of(
        Orders.with(line(1, 1)),
        Orders.with(line(100_000, 1)),
        Orders.with(line(1, 100_000_000)),
        Orders.withLines(2_000, line(1, 50_000)),
        Orders.withCurrency("JPY"),
        Orders.withCountry("CN"));
  }

  @ParameterizedTest
  @MethodSource("ordersAtTheLimits")
  void anOrderAtALimitIsValid(Order order) {
    assertThat(rules.check(order)).isInstanceOf(Verdict.Valid.class);
  }

  static Stream<Arguments> brokenRules() {
    String present = "present and not blank";
    String currency = "an ISO 4217 code";
    String country = "an ISO 3166-1 alpha-2 code";
    String lines = "1 to 2,000";
    String quantity = "1 to 100,000";
    String price = "at least 1";
    String total = "at most 100,000,000 minor units";
    return Stream.of(
        arguments(Orders.withCustomer(null), "customerId", null, present),
        arguments(Orders.withCustomer(" "), "customerId", "", present),
        arguments(Orders.withPaymentToken(null), "paymentToken", null, present),
        arguments(Orders.withPaymentToken("\t"), "paymentToken", "", present),
        arguments(Orders.withCurrency(null), "currency", null, currency),
        arguments(Orders.withCurrency("gbp"), "currency", "gbp", currency),
        arguments(Orders.withCurrency("XXZ"), "currency", "XXZ", currency),
        arguments(Orders.withoutDestination(), "destination.country", null, country),
        arguments(Orders.withCountry("GBR"), "destination.country", "GBR", country),
        arguments(Orders.withCountry("uk"), "destination.country", "uk", country),
        arguments(Orders.with(), "lines", "0", lines),
        arguments(Orders.withLines(2_001, line(1, 1)), "lines", "2001", lines),
        arguments(Orders.with(line(null, 1, 1)), "lines[0].sku", null, present),
        arguments(Orders.with(line(1, 1), line(" ", 1, 1)), "lines[1].sku", "", present),
        arguments(Orders.with(line(0, 1)), "lines[0].quantity", "0", quantity),
        arguments(Orders.with(line(-6, 1)), "lines[0].quantity", "-6", quantity),
        arguments(Orders.with(line(100_001, 1)), "lines[0].quantity", "100001", quantity),
        arguments(Orders.with(line(1, 0)), "lines[0].unitPrice", "0", price),
        arguments(Orders.with(line(1, -1)), "lines[0].unitPrice", "-1", price),
        arguments(Orders.with(line(1, 100_000_001)), "total", "100000001", total),
        arguments(
            Orders.with(line(2, Long.MAX_VALUE), line(2, Long.MAX_VALUE)),
            "total",
            "36893488147419103228",
            total));
  }

  @ParameterizedTest
  @MethodSource("brokenRules")
  void aBrokenRuleIsToldByFieldValueAndRule(Order order, String field, String value, String rule) {
    assertThat(violations(order)).containsExactly(new Violation(field, value, rule));
  }

  @Test
  void allBrokenRulesAreToldAtOnce() {
    Order order = Orders.order(null, "?", "?", "", List.of(line("", 0, 0), line(1, 1)));

    assertThat(violations(order))
        .extracting(Violation::field)
        .containsExactly(
            "customerId",
            "currency",
            "destination.country",
            "paymentToken",
            "lines[0].sku",
            "lines[0].quantity",
            "lines[0].unitPrice");
  }

  @Test
  void ofAnOrderWithTooManyLinesOnlyTheFirstAreLookedAt() {
    assertThat(violations(Orders.withLines(5_000, line(0, 1))))
        .hasSize(2_001)
        .last()
        .extracting(Violation::field)
        .isEqualTo("lines[1999].quantity");
  }

  private List<Violation> violations(Order order) {
    return switch (rules.check(order)) {
      case Verdict.Valid valid -> List.of();
      case Verdict.Invalid invalid -> invalid.violations();
    };
  }
}
