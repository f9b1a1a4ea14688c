package com.example.orderflow.loadtester.reading;

import com.example.orderflow.events.EventJson;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Orders in the CSV layout of the Online Retail data set (Chen 2015, UCI): one line per order line,
 * one order per invoice.
 *
 * <p>The lines of an invoice need not stand together, so the file is read twice. The first reading
 * finds faults and where each invoice ends; the second holds only the invoices that are not
 * complete yet.
 *
 * <pre>
 * line 1  A ─┐            open: A
 * line 2  B  │─┐          open: A B
 * line 3  A ─┘ │  ─► A    open: B
 * line 4  B ───┘  ─► B    open: none
 * </pre>
 */
public final class RetailFile implements OrderFile {
  private static final ObjectMapper MAPPER = EventJson.mapper();

  private final Path file;
  private final String paymentToken;
  private final Notices notices;
  private final Map<String, Invoice> invoices = new HashMap<>();

  private RetailFile(Path file, String paymentToken) throws IOException {
    this.file = file;
    this.paymentToken = paymentToken;
    this.notices = new Notices(file.toString());
    try (RetailRows rows = new RetailRows(file, notices)) {
      rows.forEachRemaining(this::index);
    }
  }

  /**
   * @param paymentToken what all orders are paid with: the data set has no payments
   */
  public static RetailFile read(Path file, String paymentToken) throws IOException {
    return new RetailFile(file, paymentToken);
  }

  @Override
  public long count() {
    return invoices.size();
  }

  @Override
  public List<Notice> notices() {
    return notices.list();
  }

  @Override
  public Orders orders() {
    return new Complete(RetailRows.again(file));
  }

  private void index(RetailRow row) {
    Invoice before = invoices.get(row.invoice());
    if (before == null) {
      invoices.put(row.invoice(), new Invoice(row, row.line()));
      return;
    }
    before.reportOther(row, notices);
    invoices.put(row.invoice(), new Invoice(before.first(), row.line()));
  }

  /** Gives each invoice with its last line. */
  private final class Complete extends Orders {
    private final RetailRows rows;
    private final Map<String, List<RetailRow>> open = new HashMap<>();

    Complete(RetailRows rows) {
      this.rows = rows;
    }

    @Override
    protected OutgoingOrder read() {
      while (rows.hasNext()) {
        RetailRow row = rows.next();
        open.computeIfAbsent(row.invoice(), invoice -> new ArrayList<>()).add(row);
        if (invoices.get(row.invoice()).lastLine() == row.line()) {
          return order(open.remove(row.invoice()));
        }
      }
      return null;
    }

    @Override
    public void close() {
      rows.close();
    }

    private OutgoingOrder order(List<RetailRow> lines) {
      try {
        String json = MAPPER.writeValueAsString(RetailRow.order(lines, paymentToken));
        return OutgoingOrder.of(lines.getFirst().invoice(), json);
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("an order can be written", e);
      }
    }
  }

  /**
   * What is remembered of an invoice between the two readings.
   *
   * @param first its first line speaks for the order
   */
  private record Invoice(RetailRow first, long lastLine) {

    void reportOther(RetailRow row, Notices notices) {
      reportOther(row, RetailRow.CUSTOMER, first.customerId(), row.customerId(), notices);
      reportOther(row, RetailRow.COUNTRY, first.country(), row.country(), notices);
    }

    private void reportOther(
        RetailRow row, String column, String kept, String other, Notices notices) {
      if (!Objects.equals(kept, other)) {
        notices.add(
            row.line(),
            "%s: \"%s\" differs from \"%s\" in line %d of the same invoice %s; the order keeps the first"
                .formatted(column, other, kept, first.line(), row.invoice()));
      }
    }
  }
}
