package com.example.orderflow.events;

/** The names of what carries events; the manifests of {@code infra/} are tested against them. */
public final class Channels {
  /** The Knative Broker. */
  public static final String BROKER = "orders";

  /** Kafka topic: the accepted orders that go to the Broker; its KafkaSource takes them there. */
  public static final String ORDERS_TOPIC = "orders";

  /** Kafka topic: the accepted orders that go to the Sequence; its KafkaSource takes them there. */
  public static final String SEQUENCE_ORDERS_TOPIC = "sequence-orders";

  /** The Knative Sequence, and the KafkaSource before it. */
  public static final String SEQUENCE = "order-sequence";

  /** The Argo WorkflowTemplate. */
  public static final String WORKFLOW_TEMPLATE = "order-pipeline";

  /**
   * Where a step of a line of steps is called: an event that the function does not handle is
   * answered with itself.
   */
  public static final String RAILWAY_PATH = "/railway";

  /** Kafka topic: every event that the broker has taken. */
  public static final String ORDER_EVENTS_TOPIC = "order-events";

  /** Kafka topic: what no Trigger could deliver, with the reason in its extensions. */
  public static final String DEAD_LETTERS_TOPIC = "dead-letters";

  /** The most bytes an event may have, everywhere on its way. */
  public static final int LARGEST_EVENT_BYTES = 1_000_000;

  private Channels() {}
}
