package com.example.orderflow.sandbox.http;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.nio.charset.StandardCharsets;

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

  /** Refuses a text, which is quoted as JSON does it: nothing invisible stays so. */
  public static MalformedRequest text(String field, String value, String rule) {
    String quoted = new String(JsonStringEncoder.getInstance().quoteAsString(value));
    return new MalformedRequest(field, '"' + quoted + '"', rule);
  }

  /** By way of UTF-8, which turns half a surrogate pair into a question mark. */
  private static String shortened(String value) {
    String cut =
        value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE - 1) + "…";
    return new String(cut.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }
}
