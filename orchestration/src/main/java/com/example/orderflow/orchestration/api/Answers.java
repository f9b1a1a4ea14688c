package com.example.orderflow.orchestration.api;

import com.example.orderflow.orchestration.intake.Acceptance;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** What an acceptance is in HTTP. */
final class Answers {

  private Answers() {}

  static Response toOrder(Acceptance acceptance) {
    return switch (acceptance) {
      case Acceptance.Accepted accepted ->
          accepted(accepted)
              .entity(PlacedOrder.of(accepted.orderId(), accepted.wiring(), accepted.state()))
              .build();
      case Acceptance.KeyReused(var key) ->
          Problem.of(
                  ProblemType.IDEMPOTENCY_KEY_REUSED,
                  "Idempotency-Key: \"%s\" was used with another order. Take a new key."
                      .formatted(key))
              .response();
      case Acceptance.OrderIdTaken(var orderId) -> taken(ProblemType.ORDER_ID_TAKEN, orderId);
      case Acceptance.Postponed(var reason) ->
          Problem.of(
                  ProblemType.UNAVAILABLE,
                  "Not accepted: %s. Send the same request again.".formatted(reason))
              .response();
    };
  }

  /**
   * For Knative: an answer with a body would be taken for an event, and 409 would be tried again.
   */
  static Response toEvent(Acceptance acceptance) {
    return switch (acceptance) {
      case Acceptance.Accepted accepted -> accepted(accepted).build();
      case Acceptance.OrderIdTaken(var orderId) -> taken(ProblemType.OTHER_ORDER, orderId);
      case Acceptance.KeyReused reused -> toOrder(reused);
      case Acceptance.Postponed postponed -> toOrder(postponed);
    };
  }

  private static Response.ResponseBuilder accepted(Acceptance.Accepted accepted) {
    return Response.accepted().header(HttpHeaders.LOCATION, PlacedOrder.path(accepted.orderId()));
  }

  private static Response taken(ProblemType type, String orderId) {
    return Problem.of(
            type,
            "orderId: \"%s\" is another order, or asked for another wiring. Take a new id."
                .formatted(orderId))
        .response();
  }
}
