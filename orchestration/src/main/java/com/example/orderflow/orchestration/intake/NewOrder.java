package com.example.orderflow.orchestration.intake;

import com.example.orderflow.events.Wiring;
import java.util.Optional;

/**
 * An order that asks to be accepted.
 *
 * @param named whether its customer chose the id
 * @param asked the wiring that its customer asked for, if any
 * @param wiring the one it gets
 * @param idempotencyKey null for none
 * @param hash of the order without its id
 * @param document the order as JSON
 * @param traceparent null when nobody traces it
 */
public record NewOrder(
    String orderId,
    boolean named,
    Optional<Wiring> asked,
    Wiring wiring,
    String customerId,
    String idempotencyKey,
    byte[] hash,
    String document,
    String traceparent) {}
