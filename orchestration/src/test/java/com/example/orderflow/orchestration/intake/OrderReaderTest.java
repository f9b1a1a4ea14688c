package com.example.orderflow.orchestration.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.example.orderflow.events.EventType;
import com.example.orderflow.events.Violation;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class OrderReaderTest {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final JsonSchema SCHEMA =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
          .getSchema(
              OrderReaderTest.class
                  .getClassLoader()
                  .getResourceAsStream(EventType.ORDER_CREATED.schemaResource()));

  private final OrderReader reader = new OrderReader();

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void whatTheSchemaRefusesIsExplainedAndWhatItTakesIsRead(@ForAll("orders") ObjectNode order) {
    boolean fits = SCHEMA.validate(order).isEmpty();

    OrderReading reading = reader.read(order.toString().getBytes(UTF_8));

    if (fits) {
      assertThat(reading).as("%s", order).isInstanceOf(OrderReading.Read.class);
    } else {
      assertThat(violations(reading)).as("%s", order).isNotEmpty();
    }
  }

  @Example
  void anOrderMayComeWithoutAnId() {
    assertThat(read("{\"lines\": []}")).isInstanceOf(OrderReading.Read.class);
  }

  @Example
  void whatIsNotKnownIsPassedOver() {
    assertThat(read("{\"lines\": [], \"giftWrap\": {\"colour\": 1.5}}"))
        .isInstanceOf(OrderReading.Read.class);
  }

  @Example
  void everyViolationIsNamedWithWhatStoodThere() {
    OrderReading reading =
        read(
            """
            {"orderId": "a/b", "currency": 1.50, "destination": {"country": []},
             "lines": [{"sku": true, "quantity": 9223372036854775808}, null]}""");

    assertThat(violations(reading))
        .extracting(v -> v.field() + " = " + v.value())
        .containsExactly(
            "orderId = a/b",
            "currency = 1.50",
            "destination.country = […]",
            "lines[0].sku = true",
            "lines[0].quantity = 9223372036854775808",
            "lines[0].unitPrice = null",
            "lines[1] = null");
  }

  @Example
  void aTextThatCannotBeStoredIsRefusedAndQuotedReadably() {
    OrderReading reading = read("{\"customerId\": \"a\\ud800\", \"lines\": []}");

    assertThat(violations(reading)).extracting(Violation::value).containsExactly("a?");
  }

  @Example
  void anEmojiIsText() {
    assertThat(read("{\"customerId\": \"😀\\ud83d\\ude00\", \"lines\": []}"))
        .isInstanceOf(OrderReading.Read.class);
  }

  @Example
  void twoFieldsOfOneNameAreNoJson() {
    assertThat(read("{\"lines\": [], \"lines\": []}")).isInstanceOf(OrderReading.Broken.class);
  }

  @Example
  void bytesThatAreNoTextAreNoJson() {
    assertThat(reader.read(new byte[] {'"', (byte) 0xff, '"'}))
        .isInstanceOf(OrderReading.Broken.class);
    assertThat(reader.read(new byte[] {0, 0, (byte) 0xff, (byte) 0xff}))
        .isInstanceOf(OrderReading.Broken.class);
  }

  @Example
  void whatIsNestedTooDeeplyIsNoJson() {
    assertThat(read("{\"lines\": " + "[".repeat(5_000) + "]".repeat(5_000) + "}"))
        .isInstanceOf(OrderReading.Broken.class);
  }

  @Example
  void aBodyFullOfMistakesGetsAnAnswerThatCanBeRead() {
    OrderReading reading = read("{\"lines\": [0" + ",0".repeat(100_000) + "]}");

    assertThat(violations(reading)).hasSize(OrderShape.MOST_VIOLATIONS);
  }

  @Provide
  Arbitrary<ObjectNode> orders() {
    return Combinators.combine(
            values(), values(), values(), values(), values(), lines(), Arbitraries.of(true, false))
        .as(
            (customer, currency, destination, country, token, lines, flat) -> {
              ObjectNode order = NODES.objectNode().put("orderId", "order-1");
              set(order, "customerId", customer);
              set(order, "currency", currency);
              set(
                  order,
                  "destination",
                  flat ? destination : set(NODES.objectNode(), "country", country));
              set(order, "paymentToken", token);
              set(order, "lines", lines);
              return order;
            });
  }

  private static Arbitrary<JsonNode> lines() {
    Arbitrary<JsonNode> line =
        Combinators.combine(values(), values(), numbers(), numbers())
            .as(
                (sku, description, quantity, unitPrice) -> {
                  ObjectNode node = NODES.objectNode();
                  set(node, "sku", sku);
                  set(node, "description", description);
                  set(node, "quantity", quantity);
                  set(node, "unitPrice", unitPrice);
                  return node;
                });
    Arbitrary<JsonNode> lines =
        mostly(line)
            .list()
            .ofMaxSize(3)
            .map(
                nodes -> {
                  ArrayNode list = NODES.arrayNode();
                  nodes.forEach(node -> list.add(node == null ? NODES.nullNode() : node));
                  return list;
                });
    return mostly(lines);
  }

  private static Arbitrary<JsonNode> mostly(Arbitrary<JsonNode> usual) {
    return Arbitraries.integers().between(1, 10).flatMap(n -> n == 1 ? values() : usual);
  }

  /** Mostly texts, as nearly everything in an order is; null for a field that is missing. */
  private static Arbitrary<JsonNode> values() {
    return Arbitraries.of(
            "\"text\"",
            "\"text\"",
            "\"text\"",
            "\"text\"",
            "null",
            "",
            "1",
            "1.5",
            "true",
            "[]",
            "{}")
        .map(OrderReaderTest::node);
  }

  private static Arbitrary<JsonNode> numbers() {
    return Arbitraries.of(
            "1",
            "2",
            "-3",
            "9223372036854775807",
            "9223372036854775808",
            "1.5",
            "\"1\"",
            "null",
            "",
            "true")
        .map(OrderReaderTest::node);
  }

  private static JsonNode node(String json) {
    try {
      return json.isEmpty() ? null : new ObjectMapper().readTree(json);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static ObjectNode set(ObjectNode object, String field, JsonNode value) {
    if (value != null) {
      object.set(field, value);
    }
    return object;
  }

  private OrderReading read(String body) {
    return reader.read(body.getBytes(UTF_8));
  }

  private static List<Violation> violations(OrderReading reading) {
    assertThat(reading).isInstanceOf(OrderReading.Misshapen.class);
    return ((OrderReading.Misshapen) reading).violations();
  }
}
