package com.example.orderflow.loadtester.reading;

import com.example.orderflow.events.Channels;
import com.example.orderflow.events.EventJson;
import com.example.orderflow.events.EventType;
import com.example.orderflow.events.Extension;
import com.example.orderflow.events.Order;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One JSON object that is, or holds, an order.
 *
 * <pre>
 * {"orderId": …}                                          an order
 * {"specversion": …, "data": {"orderId": …}}              a CloudEvent order.created
 * {"description": …, "expected": …, "order": {…}}         a sample
 * </pre>
 *
 * <p>An order has to have the shape that the contract demands: the API would refuse it. Its values
 * are for validate-order to judge.
 */
final class OrderDocument {
  private static final ObjectMapper MAPPER = EventJson.mapper();

  /** What fits into an HTTP header as it stands. */
  private static final Pattern ATTRIBUTE = Pattern.compile("[!-~]{1,200}");

  private final String file;
  private final long line;

  private OrderDocument(String file, long line) {
    this.file = file;
    this.line = line;
  }

  static OutgoingOrder read(String file, long line, JsonNode document) {
    OrderDocument reader = new OrderDocument(file, line);
    if (document.has("specversion")) {
      return reader.event(document);
    }
    if (document.has("order")) {
      return reader.sample(document);
    }
    return reader.order(document);
  }

  static OrderFileException tooLarge(String file, long line) {
    return new OrderFileException(
        file,
        line,
        "the order is larger than %,d bytes".formatted(Channels.LARGEST_EVENT_BYTES),
        "Split it into several orders");
  }

  private OutgoingOrder order(JsonNode order) {
    String json = order.toString();
    if (json.getBytes(StandardCharsets.UTF_8).length > Channels.LARGEST_EVENT_BYTES) {
      throw tooLarge(file, line);
    }
    try {
      MAPPER.readValue(json, Order.class);
      return OutgoingOrder.of(order.path("orderId").textValue(), json);
    } catch (IllegalArgumentException e) {
      throw fault(e.getMessage(), "Correct the order");
    } catch (JsonProcessingException e) {
      throw fault(ShapeFault.of(order, e), "Correct the order");
    }
  }

  private OutgoingOrder event(JsonNode event) {
    demand(event, "type", EventType.ORDER_CREATED.type());
    demand(event, "source", EventType.ORDER_CREATED.source());
    OutgoingOrder order = order(event.path("data"));
    if (event.has("subject")) {
      demand(event, "subject", order.orderId());
    }
    return new OutgoingOrder(
        order.orderId(),
        attribute(event, "id").orElse(order.eventId()),
        attribute(event, Extension.TRACE_PARENT),
        order.data(),
        Optional.empty());
  }

  private OutgoingOrder sample(JsonNode sample) {
    try {
      Expected expected = MAPPER.treeToValue(sample.path("expected"), Expected.class);
      if (expected == null) {
        throw fault("expected is missing", "Say how the sample has to end");
      }
      return order(sample.path("order")).expecting(expected);
    } catch (JsonMappingException e) {
      throw fault("expected: " + e.getOriginalMessage(), "Say how the sample has to end");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree is well-formed", e);
    }
  }

  private void demand(JsonNode event, String attribute, String value) {
    if (!value.equals(event.path(attribute).textValue())) {
      throw fault(
          "%s: %s is not %s".formatted(attribute, event.path(attribute), value),
          "Correct it, or post the event to the broker's ingress yourself");
    }
  }

  private Optional<String> attribute(JsonNode event, String name) {
    Optional<String> value = Optional.ofNullable(event.path(name).textValue());
    if (value.isPresent() && !ATTRIBUTE.matcher(value.get()).matches()) {
      throw fault(
          "%s: %s is not 1 to 200 visible ASCII characters".formatted(name, event.get(name)),
          "Correct the attribute");
    }
    return value;
  }

  private OrderFileException fault(String fault, String nextStep) {
    return new OrderFileException(file, line, fault, nextStep);
  }
}
