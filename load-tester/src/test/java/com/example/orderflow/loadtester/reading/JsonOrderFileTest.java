package com.example.orderflow.loadtester.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.orderflow.events.EventIds;
import com.example.orderflow.loadtester.Ending;
import java.io.ByteArrayInputStream;
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
import org.junit.jupiter.params.provider.ValueSource;

class JsonOrderFileTest {
  private static final String A = order("a");
  private static final String B = order("b");

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"A B", "[A,B]", "A\nB\n", "[A] [B]", "[A][]\n\nB", "\uFEFFA\n  B"})
  void ordersAreReadFromEveryCommonShape(String shape) throws IOException {
    assertThat(read(shape.replace("A", A).replace("B", B)))
        .containsExactly(OutgoingOrder.of("a", A), OutgoingOrder.of("b", B));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "\n"})
  void aFileMayHaveNoOrder(String text) throws IOException {
    assertThat(read(text)).isEmpty();
  }

  @Test
  void whatTheContractDoesNotKnowIsKept() throws IOException {
    String order = "{'orderId':'a','lines':[],'gift':{'paper':1.50}}".replace('\'', '"');

    assertThat(read(order)).extracting(OutgoingOrder::data).containsExactly(order);
  }

  @Test
  void aCloudEventKeepsItsIdAndTrace() throws IOException {
    OutgoingOrder order = read(event("com.example.order.created", "order-service", "a")).getFirst();

    assertThat(order.eventId()).isEqualTo("e-1");
    assertThat(order.traceParent()).contains("00-1-2-01");
    assertThat(order.data()).isEqualTo(A);
  }

  @Test
  void aSampleSaysHowItHasToEnd() throws IOException {
    OutgoingOrder order = read(sample("'rejected','rules':['customerId']", A)).getFirst();

    assertThat(order.orderId()).isEqualTo("a");
    assertThat(order.eventId()).isEqualTo(EventIds.ofOrder("a"));
    assertThat(order.expected().orElseThrow().outcome()).isEqualTo(Ending.REJECTED);
    assertThat(order.expected().orElseThrow().rules()).containsExactly("customerId");
  }

  @Test
  void theFilesOfADirectoryAreReadInTheOrderOfTheirNames() throws IOException {
    Files.writeString(directory.resolve("2.json"), B);
    Files.writeString(directory.resolve("1.json"), A);
    Files.writeString(directory.resolve("README.md"), "no order");

    assertThat(all(JsonOrderFile.read(directory)))
        .extracting(OutgoingOrder::orderId)
        .containsExactly("a", "b");
  }

  @Test
  void standardInputIsReadToItsEndFirst() {
    byte[] text = (A + "\n{").getBytes(StandardCharsets.UTF_8);

    assertThatThrownBy(() -> JsonOrderFile.read(new ByteArrayInputStream(text)))
        .hasMessageStartingWith("standard input, line 2: ")
        .hasMessageEndingWith("Nothing was sent.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          7                                | line 2: 7 is no order
          [[]]                             | line 2: [ is no order
          {"orderId":"b","orderId":"c"}    | line 2: Duplicate field 'orderId'
          {"orderId":"b",}                 | line 2: Unexpected character
          {"lines":[]}                     | line 2: orderId: nothing, but it is required
          {"orderId":7,"lines":[]}         | line 2: orderId: 7 is not a string
          {"orderId":"b/c","lines":[]}     | line 2: orderId: "b/c" is not 1 to 64 of
          {"orderId":"b","lines":{}}       | line 2: lines: {} is not an array
          {"orderId":"b","lines":[7]}      | line 2: lines[0]: 7 is not an object
          {"orderId":"b","lines":[{"quantity":"6","unitPrice":1}]} | line 2: lines[0].quantity: "6" is not a whole number
          {"orderId":"b","lines":[{"quantity":1.5,"unitPrice":1}]} | line 2: lines[0].quantity: 1.5 is not a whole number
          {"order":{"orderId":"b","lines":[]}}                     | line 2: expected is missing
          {"order":{},"expected":{"outcome":"eaten"}}              | line 2: expected: Cannot deserialize
          {"order":{},"expected":{"outcome":"deadLettered"}}       | line 2: orderId: nothing, but it is required
          """)
  void aFaultIsNamedByLineFieldValueAndRule(String second, String message) {
    assertThatThrownBy(() -> read(A + "\n" + second))
        .isInstanceOf(OrderFileException.class)
        .hasMessageContaining("orders.json, " + message);
  }

  @ParameterizedTest
  @CsvSource({
    "com.example.order.shipped, order-service, a, type",
    "com.example.order.created, somebody, a, source",
    "com.example.order.created, order-service, b, subject"
  })
  void anEventThatIsNoOrderCreatedIsRefused(
      String type, String source, String subject, String attribute) {
    assertThatThrownBy(() -> read(event(type, source, subject)))
        .hasMessageContaining("line 1: " + attribute + ": ");
  }

  @Test
  void anOrderAboveTheLimitIsRefusedAndOneAtTheLimitIsNot() throws IOException {
    String empty = "{\"orderId\":\"a\",\"lines\":[],\"x\":\"\"}";
    String full =
        empty.replace("\"x\":\"\"", "\"x\":\"" + "x".repeat(1_000_000 - empty.length()) + '"');

    assertThat(read(full)).hasSize(1);
    assertThatThrownBy(() -> read(full.replace("xx", "xxx")))
        .hasMessageContaining("line 1: the order is larger than 1,000,000 bytes");
    assertThatThrownBy(() -> read('"' + "x".repeat(3_000_000)))
        .isInstanceOf(OrderFileException.class);
  }

  private List<OutgoingOrder> read(String text) throws IOException {
    return all(JsonOrderFile.read(Files.writeString(directory.resolve("orders.json"), text)));
  }

  private static List<OutgoingOrder> all(OrderFile file) {
    List<OutgoingOrder> read = new ArrayList<>();
    try (Orders orders = file.orders()) {
      orders.forEachRemaining(read::add);
    }
    assertThat(file.count()).isEqualTo(read.size());
    return read;
  }

  private static String order(String id) {
    return "{'orderId':'%s','lines':[]}".formatted(id).replace('\'', '"');
  }

  private static String sample(String expected, String order) {
    return "{'description':'d','expected':{'outcome':%s},'order':%s}"
        .formatted(expected, order)
        .replace('\'', '"');
  }

  private static String event(String type, String source, String subject) {
    return "{'specversion':'1.0','id':'e-1','type':'%s','source':'%s','subject':'%s','traceparent':'00-1-2-01','data':%s}"
        .formatted(type, source, subject, A)
        .replace('\'', '"');
  }
}
