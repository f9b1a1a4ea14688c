package com.example.orderflow.orchestration.intake;

import com.example.orderflow.events.EventJson;
import com.example.orderflow.events.Order;
import com.example.orderflow.events.Wiring;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;

/** Makes of what a customer asks for an order that can be stored. */
@Singleton
public final class NewOrders {

  /** Stands for every id: what is hashed is the rest. */
  private static final String ANY_ID = "any";

  private final ObjectMapper json = EventJson.mapper();
  private final OrderIds ids;
  private final Wiring defaultWiring;

  @Inject
  NewOrders(IntakeConfig config) {
    this(new OrderIds(InstantSource.system(), new SecureRandom()), config.defaultWiring());
  }

  NewOrders(OrderIds ids, Wiring defaultWiring) {
    this.ids = ids;
    this.defaultWiring = defaultWiring;
  }

  /**
   * @param idempotencyKey null for none
   * @param traceparent null for none
   */
  public NewOrder of(
      OrderRequest request, Optional<Wiring> asked, String idempotencyKey, String traceparent) {
    boolean named = request.orderId() != null;
    Order order = request.named(named ? request.orderId() : ids.next());
    return new NewOrder(
        order.orderId(),
        named,
        asked,
        asked.orElse(defaultWiring),
        order.customerId(),
        idempotencyKey,
        hash(request.named(ANY_ID)),
        new String(bytes(order), StandardCharsets.UTF_8),
        traceparent);
  }

  /** Of what was understood, not of the bytes: fields may come in another order. */
  private byte[] hash(Order order) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes(order));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java platform has it
    }
  }

  private byte[] bytes(Order order) {
    try {
      return json.writeValueAsBytes(order);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
