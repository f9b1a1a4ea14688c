package com.example.orderflow.events;

/** The names of what carries events; the manifests of {@code infra/} are tested against them. */
public final class Channels {
  /** The Knative Broker. */
  public static final String BROKER = "orders";

  /** Kafka topic: every event that the broker has taken. */
  public static final String ORDER_EVENTS_TOPIC = "order-events";

  /** Kafka topic: what no Trigger could deliver, with the reason in its extensions. */
  public static final String DEAD_LETTERS_TOPIC = "dead-letters";

  /** The most bytes an event may have, everywhere on its way. */
  public static final int LARGEST_EVENT_BYTES = 1_000_000;

  private Channels() {}
}
