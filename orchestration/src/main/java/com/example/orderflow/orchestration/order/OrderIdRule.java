package com.example.orderflow.orchestration.order;

import java.util.regex.Pattern;

/** What an order id is made of; what breaks this is not even looked up. */
public final class OrderIdRule {
  private static final Pattern ORDER_ID = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

  private OrderIdRule() {}

  public static boolean isKept(String id) {
    return id != null && ORDER_ID.matcher(id).matches();
  }
}
