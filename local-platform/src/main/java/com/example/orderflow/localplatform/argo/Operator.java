package com.example.orderflow.localplatform.argo;

/** The operators of expressions, from what binds loosest. */
enum Operator {
  OR("||", 1),
  AND("&&", 2),
  EQUAL("==", 3),
  UNEQUAL("!=", 3),
  MATCHES("matches", 3),
  PLUS("+", 4);

  private final String symbol;
  private final int strength;

  Operator(String symbol, int strength) {
    this.symbol = symbol;
    this.strength = strength;
  }

  String symbol() {
    return symbol;
  }

  int strength() {
    return strength;
  }
}
