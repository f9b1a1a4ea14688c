package com.example.orderflow.localplatform.serving;

import java.util.Locale;

/** A way in which a function may be built, and run. */
public enum Variant {
  /** On the JVM, which learns its classes anew in each start. */
  JVM("JVM"),
  /** On the JVM, which reads its startup cache. */
  AOT("JVM, startup cache"),
  /** As a program of the machine. */
  NATIVE("native");

  private final String title;

  Variant(String title) {
    this.title = title;
  }

  /** As in options and addresses. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** As in tables. */
  public String title() {
    return title;
  }
}
