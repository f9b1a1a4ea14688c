package com.example.orderflow.orchestration.argo;

/** A workflow under way; one look at a time. */
final class Followed {
  private final String name;
  private final String orderId;
  private String version = "";
  private int told;

  Followed(String name, String orderId) {
    this.name = name;
    this.orderId = orderId;
  }

  String name() {
    return name;
  }

  String orderId() {
    return orderId;
  }

  /** Whether there is nothing to see, given the version that the list of open workflows has. */
  synchronized boolean isSeen(String listed) {
    return version.equals(listed);
  }

  /** How many of its events are known to all. */
  synchronized int told() {
    return told;
  }

  synchronized void seen(String version, int told) {
    this.version = version;
    this.told = told;
  }
}
