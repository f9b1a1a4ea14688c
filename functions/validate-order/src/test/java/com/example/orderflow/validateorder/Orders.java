package com.example.orderflow.validateorder;

import com.example.orderflow.events.Destination;
import com.example.orderflow.events.Order;
import com.example.orderflow.events.OrderLine;
import java.util.Collections;
import java.util.List;

/** Orders of a test, each of them good but for one thing. */
final class Orders {

  private Orders() {}

  static Order good() {
    return with(line(6, 255), line(6, 339));
  }

  static Order with(OrderLine... lines) {
    return order("17850", "GBP", "GB", "tok_ok", List.of(lines));
  }

  static Order withLines(int number, OrderLine line) {
    return order("17850", "GBP", "GB", "tok_ok", Collections.nCopies(number, line));
  }

  static Order withCustomer(String customer) {
    return order(customer, "GBP", "GB", "tok_ok", List.of(line(1, 1)));
  }

  static Order withCurrency(String currency) {
    return order("17850", currency, "GB", "tok_ok", List.of(line(1, 1)));
  }

  static Order withCountry(String country) {
    return order("17850", "GBP", country, "tok_ok", List.of(line(1, 1)));
  }

  static Order withPaymentToken(String token) {
    return order("17850", "GBP", "GB", token, List.of(line(1, 1)));
  }

  static Order withoutDestination() {
    return new Order("order-1", "17850", "GBP", null, "tok_ok", List.of(line(1, 1)));
  }

  static Order order(
      String customer, String currency, String country, String token, List<OrderLine> lines) {
    return new Order("order-1", customer, currency, new Destination(country), token, lines);
  }

  static OrderLine line(long quantity, long unitPrice) {
    return line("85123A", quantity, unitPrice);
  }

  static OrderLine line(String sku, long quantity, long unitPrice) {
    return new OrderLine(sku, "a thing", quantity, unitPrice);
  }
}
