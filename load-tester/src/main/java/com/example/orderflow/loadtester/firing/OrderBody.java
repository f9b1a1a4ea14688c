package com.example.orderflow.loadtester.firing;

import com.example.orderflow.events.Destination;
import com.example.orderflow.events.EventData;
import com.example.orderflow.events.EventJson;
import com.example.orderflow.events.EventType;
import com.example.orderflow.events.Item;
import com.example.orderflow.events.Money;
import com.example.orderflow.events.Order;
import com.example.orderflow.events.OrderLine;
import com.example.orderflow.events.OrderValidated;
import com.example.orderflow.events.PaymentCompleted;
import com.example.orderflow.loadtester.Ending;
import com.example.orderflow.loadtester.reading.Expected;
import com.example.orderflow.loadtester.reading.OutgoingOrder;
import com.example.orderflow.loadtester.scenario.OrderMix;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * An order ready to be sent but for its id.
 *
 * @param head up to the id
 * @param tail after it
 */
record OrderBody(String head, String tail, Expected expected) {
  private static final ObjectMapper MAPPER = EventJson.mapper();
  private static final String ID = "the-id";
  private static final String CURRENCY = "GBP";

  /** The carrier goes nowhere else than Europe. */
  private static final String NO_CARRIER = "US";

  /** Below the limit of the card, whatever the number of lines. */
  private static final int HIGHEST_TOTAL = 100_000;

  static List<OrderBody> stock(
      int size, Ending ending, OrderMix mix, EventType input, SplittableRandom random) {
    return Stream.generate(() -> of(ending, mix, input, random)).limit(size).toList();
  }

  /** Looks like an order as far as it goes. */
  static OutgoingOrder malformed(String orderId) {
    return OutgoingOrder.of(orderId, "{\"orderId\":\"" + orderId + "\",\"lines\":[{");
  }

  OutgoingOrder order(String orderId) {
    return OutgoingOrder.of(orderId, head + orderId + tail).expecting(expected);
  }

  private static OrderBody of(
      Ending ending, OrderMix mix, EventType input, SplittableRandom random) {
    int lines = random.nextInt(mix.fewestLines(), mix.mostLines() + 1);
    Order order =
        new Order(
            ID,
            "%05d".formatted(random.nextInt(100_000)),
            CURRENCY,
            new Destination(ending == Ending.CANCELLED ? NO_CARRIER : "GB"),
            ending == Ending.PAYMENT_FAILED ? "tok_declined" : "tok_ok",
            IntStream.range(0, lines).mapToObj(line -> line(line, lines, ending, random)).toList());
    String json = json(input(order, input));
    int at = json.indexOf(ID);
    return new OrderBody(json.substring(0, at), json.substring(at + ID.length()), expected(ending));
  }

  /** The first line of what has to be rejected has a quantity that nobody can deliver. */
  private static OrderLine line(int number, int lines, Ending ending, SplittableRandom random) {
    int quantity = ending == Ending.REJECTED && number == 0 ? 0 : 1;
    int price = random.nextInt(1, Math.max(2, HIGHEST_TOTAL / lines));
    return new OrderLine(
        "%05d%c".formatted(random.nextInt(100_000), 'A' + random.nextInt(26)),
        "WHITE HANGING HEART T-LIGHT HOLDER",
        quantity,
        price);
  }

  private static Expected expected(Ending ending) {
    TreeSet<String> rules = new TreeSet<>();
    if (ending == Ending.REJECTED) {
      rules.add("lines[0].quantity");
    }
    return new Expected(ending, rules, null);
  }

  private static EventData input(Order order, EventType input) {
    if (input == EventType.ORDER_CREATED) {
      return order;
    }
    Money total = new Money(order.lines().stream().mapToLong(OrderLine::unitPrice).sum(), CURRENCY);
    List<Item> items = order.lines().stream().map(line -> new Item(line.sku(), 1)).toList();
    return input == EventType.ORDER_VALIDATED
        ? new OrderValidated(
            ID, order.customerId(), total, order.paymentToken(), order.destination(), items)
        : new PaymentCompleted(ID, "charge", total, order.destination(), items);
  }

  private static String json(EventData data) {
    try {
      return MAPPER.writeValueAsString(data);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an order can be written", e);
    }
  }
}
