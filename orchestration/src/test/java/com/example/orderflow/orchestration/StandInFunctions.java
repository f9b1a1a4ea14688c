package com.example.orderflow.orchestration;

import com.example.orderflow.events.EventIds;
import com.example.orderflow.events.EventType;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Answers events as the three functions would, without doing anything. The order's id says what
 * becomes of it: {@code …-rejected}, {@code …-unshippable}, {@code …-wrong} (400), {@code …-flaky}
 * (503 once).
 */
final class StandInFunctions implements Handler<HttpServerRequest> {
  private final Set<String> failedOnce = ConcurrentHashMap.newKeySet();

  @Override
  public void handle(HttpServerRequest request) {
    request.body().onSuccess(body -> answer(request, body.toJsonObject()));
  }

  private void answer(HttpServerRequest request, JsonObject event) {
    String order = event.getString("subject");
    EventType type = EventType.of(event.getString("type")).orElseThrow();
    if (order.endsWith("-wrong")) {
      request.response().setStatusCode(400).end("{\"title\":\"wrong\"}");
    } else if (order.endsWith("-flaky") && failedOnce.add(order)) {
      request.response().setStatusCode(503).end();
    } else {
      request
          .response()
          .putHeader("content-type", "application/cloudevents+json")
          .end(reply(event, answer(type, order)).toBuffer());
    }
  }

  private static EventType answer(EventType type, String order) {
    return switch (type) {
      case ORDER_CREATED ->
          order.endsWith("-rejected") ? EventType.ORDER_REJECTED : EventType.ORDER_VALIDATED;
      case ORDER_VALIDATED -> EventType.PAYMENT_COMPLETED;
      case PAYMENT_COMPLETED ->
          order.endsWith("-unshippable") ? EventType.SHIPMENT_FAILED : EventType.ORDER_SHIPPED;
      case SHIPMENT_FAILED -> EventType.PAYMENT_REFUNDED;
      default -> throw new IllegalArgumentException("no function handles " + type);
    };
  }

  private static JsonObject reply(JsonObject cause, EventType type) {
    return cause
        .copy()
        .put("type", type.type())
        .put("source", type.source())
        .put("dataschema", type.dataSchema())
        .put("causationid", cause.getString("id"))
        .put("id", EventIds.ofReply(cause.getString("source"), cause.getString("id"), type));
  }
}
