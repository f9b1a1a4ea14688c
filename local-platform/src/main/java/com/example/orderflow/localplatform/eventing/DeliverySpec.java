package com.example.orderflow.localplatform.eventing;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;

/**
 * The {@code delivery} of a Broker, Trigger, KafkaSource or step.
 *
 * <p>Nothing is merged: a Trigger that states any of it gets nothing from its Broker. What it
 * leaves out is as in {@link #ONE_TRY}: a Trigger with a dead letter sink only tries once.
 *
 * @param retry attempts after the first one
 * @param timeout of one attempt, until the answer is complete
 */
public record DeliverySpec(
    int retry,
    BackoffPolicy policy,
    Duration backoffDelay,
    Duration timeout,
    Optional<Address> deadLetterSink) {

  /** What the real data plane waits for an answer when the manifest names no timeout. */
  public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(600);

  /** A {@code delivery} of which every field is left out. */
  public static final DeliverySpec ONE_TRY =
      new DeliverySpec(
          0, BackoffPolicy.EXPONENTIAL, Duration.ofMillis(200), DEFAULT_TIMEOUT, Optional.empty());

  /** A Broker without {@code delivery}: Knative's defaults for the class Kafka. */
  public static final DeliverySpec BROKER_DEFAULT =
      new DeliverySpec(
          10, BackoffPolicy.EXPONENTIAL, Duration.ofMillis(200), DEFAULT_TIMEOUT, Optional.empty());

  public DeliverySpec {
    requireNonNull(policy, "policy");
    requireNonNull(deadLetterSink, "deadLetterSink");
    if (retry < 0) {
      throw new IllegalArgumentException(
          "delivery.retry is %d; it must be 0 or more.".formatted(retry));
    }
    if (backoffDelay.isNegative()) {
      throw new IllegalArgumentException(
          "delivery.backoffDelay is %s; it must not be negative.".formatted(backoffDelay));
    }
    if (!timeout.isPositive()) {
      throw new IllegalArgumentException(
          "delivery.timeout is %s; it must be longer than zero.".formatted(timeout));
    }
  }
}
