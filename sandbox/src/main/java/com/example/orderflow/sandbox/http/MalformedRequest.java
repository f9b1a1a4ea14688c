package com.example.orderflow.sandbox.http;

/** A request that breaks a rule of its own form, whatever the ledger holds. */
public class MalformedRequest extends IllegalArgumentException {
  private static final long serialVersionUID = 1;
  private static final int LONGEST_VALUE = 80;

  MalformedRequest(String message) {
    super(message);
  }

  /**
   * @param value as JSON
   * @param rule completes "… is not …"
   */
  public MalformedRequest(String field, String value, String rule) {
    this("%s: %s is not %s".formatted(field, shortened(value), rule));
  }

  private static String shortened(String value) {
    return value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE - 1) + "…";
  }
}
