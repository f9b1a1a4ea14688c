package com.example.orderflow.loadtester.reading;

import com.example.orderflow.events.EventJson;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * The orders of another file under other ids: an order has one wiring, so the same file for several
 * wirings needs an id in each.
 *
 * @param suffix what is added to each order id
 */
public record RenamedFile(OrderFile file, String suffix) implements OrderFile {
  private static final ObjectMapper MAPPER = EventJson.mapper();

  @Override
  public long count() {
    return file.count();
  }

  @Override
  public List<Notice> notices() {
    return file.notices();
  }

  @Override
  public Orders orders() {
    return new Renamed(file.orders(), suffix);
  }

  private static final class Renamed extends Orders {
    private final Orders orders;
    private final String suffix;

    Renamed(Orders orders, String suffix) {
      this.orders = orders;
      this.suffix = suffix;
    }

    @Override
    protected OutgoingOrder read() {
      return orders.hasNext() ? renamed(orders.next()) : null;
    }

    @Override
    public void close() {
      orders.close();
    }

    private OutgoingOrder renamed(OutgoingOrder order) {
      String orderId = order.orderId() + suffix;
      try {
        ObjectNode data = (ObjectNode) MAPPER.readTree(order.data());
        data.put("orderId", orderId);
        return order.renamed(orderId, data.toString());
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("an order that was read can be read again", e);
      }
    }
  }
}
