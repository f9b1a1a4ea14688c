package com.example.orderflow.sandbox.http;

import com.example.orderflow.events.Money;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a text in a request may look like. All that gets into the ledger passes here, so that it
 * fits into a URL, a log line and a column.
 */
public enum Rule {
  ORDER_ID("[A-Za-z0-9._:-]{1,64}", "1 to 64 of A-Z a-z 0-9 . _ : -"),
  CHARGE_ID("[A-Za-z0-9._:-]{1,64}", "1 to 64 of A-Z a-z 0-9 . _ : -"),
  CURRENCY("[A-Z]{3}", "three capital letters"),
  COUNTRY("[A-Z]{2}", "two capital letters"),
  PAYMENT_TOKEN("[!-~]{1,200}", "1 to 200 visible ASCII characters"),
  IDEMPOTENCY_KEY("[!-~]{1,200}", "1 to 200 visible ASCII characters"),
  REFUND_REASON("(?s).{1,1000}", "1 to 1000 characters");

  private final Pattern pattern;
  private final String words;

  Rule(String pattern, String words) {
    this.pattern = Pattern.compile(pattern);
    this.words = words;
  }

  public String check(String field, String value) {
    if (!pattern.matcher(present(field, value)).matches()) {
      throw MalformedRequest.text(field, value, words);
    }
    return value;
  }

  public static Money checkAmount(Money amount) {
    CURRENCY.check("amount.currency", present("amount", amount).currency());
    return amount;
  }

  public static <T> T present(String field, T value) {
    if (value == null) {
      throw new MalformedRequest(field + ": missing, but it is required");
    }
    return value;
  }

  public static <T> List<T> notEmpty(String field, List<T> values) {
    if (present(field, values).isEmpty()) {
      throw new MalformedRequest(field, "[]", "a list of at least 1");
    }
    values.forEach(value -> present(field + "[]", value));
    return List.copyOf(values);
  }
}
