package com.example.orderflow.loadtester.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.orderflow.events.EventJson;
import com.example.orderflow.events.Order;
import com.example.orderflow.events.OrderLine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetailFileTest {
  private static final String HEADER =
      "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";
  private static final String GOOD =
      "1,85123A,HEART,6,2010-12-01 08:26:00,2.55,17850.0,United Kingdom\n";

  @TempDir Path directory;

  @Test
  void anInvoiceIsAnOrder() throws IOException {
    Order order = only(HEADER + GOOD + GOOD.replace("85123A,HEART", "71053,\"LANTERN, WHITE\""));

    assertThat(order.orderId()).isEqualTo("1");
    assertThat(order.customerId()).isEqualTo("17850");
    assertThat(order.currency()).isEqualTo("GBP");
    assertThat(order.paymentToken()).isEqualTo("tok_ok");
    assertThat(order.destination().country()).isEqualTo("GB");
    assertThat(order.lines())
        .containsExactly(
            new OrderLine("85123A", "HEART", 6, 255),
            new OrderLine("71053", "LANTERN, WHITE", 6, 255));
  }

  @Test
  void linesOfAnInvoiceNeedNotStandTogether() throws IOException {
    List<Order> orders = orders(HEADER + GOOD + "2" + GOOD.substring(1) + "1,B,,1,,1,,EIRE\n");

    assertThat(orders).extracting(Order::orderId).containsExactly("2", "1");
    assertThat(orders.getLast().lines()).extracting(OrderLine::sku).containsExactly("85123A", "B");
  }

  @Test
  void nothingIsMended() throws IOException {
    Order order = only(HEADER + "C1,,,-6,,-11062.06,,Channel Islands\n");

    assertThat(order.customerId()).isNull();
    assertThat(order.destination().country()).isEqualTo("Channel Islands");
    assertThat(order.lines()).containsExactly(new OrderLine("", "", -6, -1_106_206));
  }

  @ParameterizedTest
  @CsvSource({
    "2.55, 255",
    "0, 0",
    "0.0, 0",
    "0.07, 7",
    "1.1, 110",
    "-0.01, -1",
    "38970, 3897000",
    "90071992547409.93, 9007199254740993"
  })
  void pricesAreExact(String price, long minorUnits) throws IOException {
    assertThat(only(HEADER + GOOD.replace("2.55", price)).lines().getFirst().unitPrice())
        .isEqualTo(minorUnits);
  }

  @Test
  void aPriceBetweenTwoMinorUnitsIsRoundedDownAndReported() throws IOException {
    OrderFile file = file(HEADER + GOOD + GOOD.replace("2.55", "0.001"));

    assertThat(read(file).getFirst().lines().getLast().unitPrice()).isZero();
    assertThat(file.notices())
        .singleElement()
        .asString()
        .endsWith(
            "orders.csv, line 3: UnitPrice: 0.001 is no whole number of minor units; rounded down to 0");
  }

  @Test
  void anInvoiceThatChangesItsCustomerIsReported() throws IOException {
    OrderFile file = file(HEADER + GOOD + GOOD.replace("17850.0", ""));

    assertThat(file.notices())
        .singleElement()
        .asString()
        .contains("line 3: CustomerID: \"null\" differs from \"17850\" in line 2");
  }

  @ParameterizedTest
  @CsvSource({
    "United Kingdom, GB",
    "EIRE, IE",
    "USA, US",
    "RSA, ZA",
    "Germany, DE",
    "France, FR",
    "Czech Republic, CZ",
    "Hong Kong, HK",
    "Korea, KR",
    "Saudi Arabia, SA",
    "Singapore, SG",
    "United Arab Emirates, AE",
    "Lebanon, LB",
    "Brazil, BR",
    "Israel, IL",
    "Netherlands, NL",
    "Unspecified, Unspecified",
    "European Community, European Community",
    "West Indies, West Indies",
    "XX, XX",
    "GB, GB"
  })
  void countryNamesBecomeCodes(String name, String code) throws IOException {
    assertThat(only(HEADER + GOOD.replace("United Kingdom", name)).destination().country())
        .isEqualTo(code);
  }

  @Test
  void marksLineEndsAndEmptyLinesOfOtherSystemsDoNotMatter() throws IOException {
    String windows = "\uFEFF" + (HEADER + GOOD + "\n").replace("\n", "\r\n");

    assertThat(orders(windows)).isEqualTo(orders(HEADER + GOOD));
  }

  @Test
  void aFileInAnOlderEncodingIsReadAndReported() throws IOException {
    Path path = directory.resolve("orders.csv");
    Files.writeString(
        path, HEADER + GOOD.replace("HEART", "£1 HEART"), StandardCharsets.ISO_8859_1);
    OrderFile file = RetailFile.read(path, "tok_ok");

    assertThat(read(file).getFirst().lines().getFirst().description()).isEqualTo("£1 HEART");
    assertThat(file.notices()).singleElement().asString().contains("read as ISO 8859-1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ,6,      | ,six,        | line 3: Quantity: "six" is not a whole number
          ,6,      | ,6.5,        | line 3: Quantity: "6.5" is not a whole number
          ,6,      | ,1e999999999,| line 3: Quantity: "1e999999999" is not a whole number
          2.55     | £2.55        | line 3: UnitPrice: "£2.55" is not an amount of money
          2.55     | 1e-3         | line 3: UnitPrice: "1e-3" is not an amount of money
          2.55     | 99999999999999999999 | line 3: UnitPrice: "99999999999999999999" is not
          1,85123A | 1/2,85123A   | line 3: InvoiceNo: "1/2" is not an order id
          HEART    | BIG, HEART   | line 3: 9 cells, but the first line names 8 columns
          HEART    | "HEART       | line 3: Missing closing quote
          """)
  void aFaultIsNamedByLineAndCell(String from, String to, String message) {
    assertThatThrownBy(() -> file(HEADER + GOOD + GOOD.replace(from, to)))
        .isInstanceOf(OrderFileException.class)
        .hasMessageContaining("orders.csv, " + message);
  }

  @Test
  void aMissingColumnIsNamed() {
    assertThatThrownBy(() -> file(HEADER.replace("UnitPrice", "Price") + GOOD))
        .hasMessageContaining("the columns [UnitPrice] are missing; there are [InvoiceNo,");
    assertThatThrownBy(() -> file("")).hasMessageContaining("are missing; there are []");
  }

  @Test
  void theLineIsRightBehindACellOfSeveralLines() {
    String twoLines = GOOD.replace("HEART", "\"HE\nART\"");

    assertThatThrownBy(() -> file(HEADER + twoLines + GOOD + GOOD.replace(",6,", ",x,")))
        .hasMessageContaining("line 5: Quantity");
  }

  private Order only(String text) throws IOException {
    List<Order> orders = orders(text);
    assertThat(orders).hasSize(1);
    return orders.getFirst();
  }

  private List<Order> orders(String text) throws IOException {
    OrderFile file = file(text);
    List<Order> orders = read(file);
    assertThat(file.count()).isEqualTo(orders.size());
    return orders;
  }

  private OrderFile file(String text) throws IOException {
    return RetailFile.read(Files.writeString(directory.resolve("orders.csv"), text), "tok_ok");
  }

  static List<Order> read(OrderFile file) throws IOException {
    List<Order> read = new ArrayList<>();
    try (Orders orders = file.orders()) {
      while (orders.hasNext()) {
        read.add(EventJson.mapper().readValue(orders.next().data(), Order.class));
      }
    }
    return read;
  }
}
