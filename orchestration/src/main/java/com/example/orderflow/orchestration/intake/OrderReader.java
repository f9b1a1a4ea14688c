package com.example.orderflow.orchestration.intake;

import com.example.orderflow.events.EventJson;
import com.example.orderflow.events.OrderLine;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import jakarta.inject.Singleton;
import java.io.IOException;

/**
 * Reads an order by the rules of the contract.
 *
 * <pre>
 * bytes ─► record, and done: nearly all orders
 *     └ does not bind ─► tree ─► every violation
 *                     └ no tree ─► line, column, reason
 * </pre>
 */
@Singleton
public final class OrderReader {

  private final ObjectMapper json = EventJson.mapper();
  private final ObjectReader requests = json.readerFor(OrderRequest.class);

  public OrderReading read(byte[] body) {
    try {
      OrderRequest order = requests.readValue(body);
      return isSound(order) ? new OrderReading.Read(order) : explain(body);
    } catch (IOException unreadable) {
      return explain(body);
    }
  }

  private OrderReading explain(byte[] body) {
    try {
      JsonNode tree = json.readTree(body);
      return new OrderReading.Misshapen(OrderShape.violations(tree));
    } catch (JsonProcessingException broken) {
      return new OrderReading.Broken(place(broken));
    } catch (IOException broken) {
      return new OrderReading.Broken("the bytes are no text in UTF-8");
    }
  }

  private static String place(JsonProcessingException broken) {
    JsonLocation place = broken.getLocation();
    String reason = Quoted.of(broken.getOriginalMessage());
    return place == null
        ? reason
        : "line %d, column %d: %s".formatted(place.getLineNr(), place.getColumnNr(), reason);
  }

  /** What binding alone does not see. */
  private static boolean isSound(OrderRequest order) {
    return order != null
        && (order.orderId() == null || OrderShape.isOrderId(order.orderId()))
        && isPlain(order.customerId())
        && isPlain(order.currency())
        && isPlain(order.paymentToken())
        && (order.destination() == null || isPlain(order.destination().country()))
        && order.lines() != null
        && order.lines().stream().allMatch(OrderReader::isSound);
  }

  private static boolean isSound(OrderLine line) {
    return line != null && isPlain(line.sku()) && isPlain(line.description());
  }

  private static boolean isPlain(String text) {
    return text == null || OrderShape.isPlain(text);
  }
}
