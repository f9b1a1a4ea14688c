package com.example.orderflow.events;

/** The CloudEvents extensions that every event of Orderflow carries or may carry. */
public final class Extension {
  /**
   * The order id: events of one order stay in one partition (CloudEvents Partitioning extension).
   */
  public static final String PARTITION_KEY = "partitionkey";

  /** The id of the event that caused this one. */
  public static final String CAUSATION_ID = "causationid";

  /**
   * The trace (CloudEvents Distributed Tracing extension). Only this extension is trusted: queues
   * drop the HTTP header of the same name, or mix it up between events.
   */
  public static final String TRACE_PARENT = "traceparent";

  private Extension() {}
}
