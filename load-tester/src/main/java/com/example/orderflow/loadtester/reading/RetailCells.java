package com.example.orderflow.loadtester.reading;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Turns the cells of a line into values, and says which cell is at fault. */
final class RetailCells {
  /** Bounded: a power of ten with a long exponent would fill the memory with zeros. */
  private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,20}(\\.[0-9]{1,20})?");

  /** Customer numbers went through a spreadsheet that took them for decimals. */
  private static final Pattern DECIMAL_CUSTOMER = Pattern.compile("([0-9]+)\\.0");

  private final String file;
  private final int width;
  private final Map<String, Integer> columns = new HashMap<>();
  private final Notices notices;
  private final Countries countries = new Countries();

  RetailCells(String file, String[] header, Notices notices) {
    this.file = file;
    this.width = header.length;
    this.notices = notices;
    for (int index = 0; index < header.length; index++) {
      columns.putIfAbsent(header[index], index);
    }
    List<String> missing = new ArrayList<>(RetailRow.COLUMNS);
    missing.removeAll(columns.keySet());
    if (!missing.isEmpty()) {
      throw new OrderFileException(
          file,
          1,
          "the columns %s are missing; there are %s".formatted(missing, Arrays.toString(header)),
          "Name the columns in the first line, separated by commas: "
              + String.join(",", RetailRow.COLUMNS));
    }
  }

  RetailRow row(long line, String[] cells) {
    if (cells.length != width) {
      throw new OrderFileException(
          file,
          line,
          "%d cells, but the first line names %d columns".formatted(cells.length, width),
          "Put a text that has commas into quotes");
    }
    return new RetailRow(
        line,
        invoice(line, cell(cells, RetailRow.INVOICE)),
        customer(cell(cells, RetailRow.CUSTOMER)),
        countries.code(cell(cells, RetailRow.COUNTRY)),
        cell(cells, RetailRow.SKU),
        cell(cells, RetailRow.DESCRIPTION),
        wholeNumber(line, cell(cells, RetailRow.QUANTITY)),
        minorUnits(line, cell(cells, RetailRow.PRICE)));
  }

  private String cell(String[] cells, String column) {
    return cells[columns.get(column)];
  }

  private String invoice(long line, String cell) {
    try {
      return OutgoingOrder.requireOrderId(cell);
    } catch (IllegalArgumentException e) {
      throw fault(line, RetailRow.INVOICE, cell, "an order id of 1 to 64 of A-Z a-z 0-9 . _ : -");
    }
  }

  private static String customer(String cell) {
    if (cell.isEmpty()) {
      return null;
    }
    var decimal = DECIMAL_CUSTOMER.matcher(cell);
    return decimal.matches() ? decimal.group(1) : cell;
  }

  private long wholeNumber(long line, String cell) {
    try {
      return decimal(cell).longValueExact();
    } catch (ArithmeticException e) {
      throw fault(line, RetailRow.QUANTITY, cell, "a whole number");
    }
  }

  private long minorUnits(long line, String cell) {
    try {
      BigDecimal exact =
          decimal(cell).movePointRight(RetailRow.CURRENCY.getDefaultFractionDigits());
      BigDecimal whole = exact.setScale(0, RoundingMode.FLOOR);
      if (whole.compareTo(exact) != 0) {
        notices.add(
            line,
            "%s: %s is no whole number of minor units; rounded down to %s"
                .formatted(RetailRow.PRICE, cell, whole));
      }
      return whole.longValueExact();
    } catch (ArithmeticException e) {
      throw fault(line, RetailRow.PRICE, cell, "an amount of money such as 2.55");
    }
  }

  private static BigDecimal decimal(String cell) {
    if (!DECIMAL.matcher(cell).matches()) {
      throw new ArithmeticException(cell);
    }
    return new BigDecimal(cell);
  }

  private OrderFileException fault(long line, String column, String cell, String rule) {
    return new OrderFileException(
        file, line, "%s: \"%s\" is not %s".formatted(column, cell, rule), "Correct the cell");
  }
}
