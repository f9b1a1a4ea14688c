package com.example.orderflow.loadtester.reading;

/** Something in a file that was read otherwise than it is written. */
public record Notice(String file, long line, String text) {

  @Override
  public String toString() {
    return "%s, line %d: %s".formatted(file, line, text);
  }
}
