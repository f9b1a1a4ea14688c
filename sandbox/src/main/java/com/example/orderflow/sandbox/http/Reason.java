package com.example.orderflow.sandbox.http;

import java.util.Locale;

/** Why a request was refused: each reason has one status, and its code is what a caller tests. */
public enum Reason {
  MALFORMED_REQUEST(400, "The request breaks a rule"),
  CARD_DECLINED(402, "The card was declined"),
  CARD_LIMIT_EXCEEDED(402, "The amount exceeds the limit of the card"),
  UNKNOWN_TOKEN(402, "The payment token is unknown"),
  UNKNOWN_CHARGE(404, "There is no such charge"),
  UNKNOWN_PATH(404, "There is nothing at this path"),
  METHOD_NOT_ALLOWED(405, "The path does not know this method"),
  NOT_ACCEPTABLE(406, "No accepted content type can be served"),
  CHARGE_ALREADY_REFUNDED(409, "The charge has been refunded"),
  REFUND_DIFFERS_FROM_CHARGE(409, "The refund does not match the charge"),
  REQUEST_TOO_LARGE(413, "The request is too large"),
  UNSUPPORTED_CONTENT_TYPE(415, "The content type is not supported"),
  COUNTRY_NOT_SERVED(422, "The carrier does not serve the country"),
  IDEMPOTENCY_KEY_REUSED(422, "The idempotency key belongs to another request"),
  INTERNAL_ERROR(500, "The sandbox has a bug"),
  GATEWAY_OUTAGE(503, "The payment gateway is out, as its token asks for"),
  LEDGER_UNAVAILABLE(503, "The ledger cannot be reached");

  private final int status;
  private final String title;

  Reason(int status, String title) {
    this.status = status;
    this.title = title;
  }

  public int status() {
    return status;
  }

  public String title() {
    return title;
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
