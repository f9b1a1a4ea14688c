package com.example.orderflow.orchestration.projection;

/** What this service notes on a timeline beside the events. */
public enum Mark {
  /** An event contradicts the ones before it. */
  CONFLICT("conflict"),
  /** An event could not be delivered, and waits on the dead-letter desk. */
  DEAD_LETTER("deadLetter"),
  /** The sweeper sent the order again. */
  SENT_AGAIN("sentAgain"),
  /** Somebody sent the order again from the dead-letter desk. */
  REPLAYED("replayed");

  /** The source of every mark. */
  public static final String SOURCE = "orchestration";

  private final String type;

  Mark(String type) {
    this.type = type;
  }

  /** Stands where events have their type. */
  public String type() {
    return type;
  }
}
