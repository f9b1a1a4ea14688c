package com.example.orderflow.loadtester.reading;

import com.example.orderflow.events.Destination;
import com.example.orderflow.events.Order;
import com.example.orderflow.events.OrderLine;
import java.util.Currency;
import java.util.List;

/**
 * One line of the file.
 *
 * @param line where it begins in the file, counted from 1
 * @param customerId null when the file has none
 * @param country a code, or the name as it stands when it has none
 */
record RetailRow(
    long line,
    String invoice,
    String customerId,
    String country,
    String sku,
    String description,
    long quantity,
    long unitPrice) {

  static final String INVOICE = "InvoiceNo";
  static final String SKU = "StockCode";
  static final String DESCRIPTION = "Description";
  static final String QUANTITY = "Quantity";
  static final String PRICE = "UnitPrice";
  static final String CUSTOMER = "CustomerID";
  static final String COUNTRY = "Country";
  static final List<String> COLUMNS =
      List.of(INVOICE, SKU, DESCRIPTION, QUANTITY, PRICE, CUSTOMER, COUNTRY);

  /** The shop is British and names no other currency. */
  static final Currency CURRENCY = Currency.getInstance("GBP");

  static Order order(List<RetailRow> rows, String paymentToken) {
    RetailRow first = rows.getFirst();
    return new Order(
        first.invoice,
        first.customerId,
        CURRENCY.getCurrencyCode(),
        new Destination(first.country),
        paymentToken,
        rows.stream().map(RetailRow::orderLine).toList());
  }

  private OrderLine orderLine() {
    return new OrderLine(sku, description, quantity, unitPrice);
  }
}
