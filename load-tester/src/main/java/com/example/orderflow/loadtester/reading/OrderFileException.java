package com.example.orderflow.loadtester.reading;

/** A file that cannot be read as orders: says where, what stands there, the rule, what to do. */
public final class OrderFileException extends RuntimeException {
  private static final long serialVersionUID = 1;

  OrderFileException(String file, long line, String fault, String nextStep) {
    super("%s, line %d: %s. %s. Nothing was sent.".formatted(file, line, fault, nextStep));
  }
}
