package com.example.orderflow.localplatform.serving;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

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

  /** The one that {@link #id} names. */
  public static Optional<Variant> of(String id) {
    return Arrays.stream(values()).filter(variant -> variant.id().equals(id)).findFirst();
  }

  /** As in tables. */
  public String title() {
    return title;
  }
}
