package com.example.orderflow.orchestration.api;

/** Why a request was refused: each reason has one status and one title. */
public enum ProblemType {
  MALFORMED(400, "The request breaks a rule"),
  UNKNOWN_ORDER(404, "There is no such order"),
  UNKNOWN_PATH(404, "There is nothing at this path"),
  METHOD_NOT_ALLOWED(405, "The path does not know this method"),
  NOT_ACCEPTABLE(406, "No accepted content type can be served"),
  ORDER_ID_TAKEN(409, "The order id belongs to another order"),
  NOT_REPLAYABLE(409, "The order cannot be replayed"),
  TOO_LARGE(413, "The request is too large"),
  UNSUPPORTED_CONTENT_TYPE(415, "The content type is not supported"),
  IDEMPOTENCY_KEY_REUSED(422, "The idempotency key belongs to another order"),
  OTHER_ORDER(422, "The order id belongs to another order"),
  NOT_FOR_THIS_SERVICE(422, "The event is not for this service"),
  BUG(500, "The service failed"),
  UNAVAILABLE(503, "The service cannot take this now");

  private final int status;
  private final String title;

  ProblemType(int status, String title) {
    this.status = status;
    this.title = title;
  }

  public int status() {
    return status;
  }

  public String title() {
    return title;
  }
}
