package com.example.orderflow.localplatform.manifest;

import com.example.orderflow.localplatform.eventing.BackoffPolicy;
import com.example.orderflow.localplatform.eventing.DeliverySpec;
import java.time.Duration;
import java.time.format.DateTimeParseException;

/** Reads a {@code delivery}. What it leaves out is as in {@link DeliverySpec#ONE_TRY}. */
final class DeliveryReader {
  private static final int MOST_RETRIES = 1_000;

  private DeliveryReader() {}

  static DeliverySpec read(ManifestNode delivery) {
    DeliverySpec left = DeliverySpec.ONE_TRY;
    DeliverySpec read =
        new DeliverySpec(
            delivery.optional("retry").map(n -> n.integer(0, MOST_RETRIES)).orElse(left.retry()),
            delivery.optional("backoffPolicy").map(DeliveryReader::policy).orElse(left.policy()),
            delivery
                .optional("backoffDelay")
                .map(DeliveryReader::duration)
                .orElse(left.backoffDelay()),
            delivery.optional("timeout").map(DeliveryReader::duration).orElse(left.timeout()),
            delivery.optional("deadLetterSink").map(AddressReader::read));
    delivery.refuseTheRest();
    return read;
  }

  private static BackoffPolicy policy(ManifestNode policy) {
    return switch (policy.text()) {
      case "exponential" -> BackoffPolicy.EXPONENTIAL;
      case "linear" -> BackoffPolicy.LINEAR;
      default ->
          throw policy.refuse("\"%s\" is not linear or exponential".formatted(policy.text()));
    };
  }

  private static Duration duration(ManifestNode duration) {
    try {
      return Duration.parse(duration.text());
    } catch (DateTimeParseException e) {
      throw duration.refuse(
          "\"%s\" is no ISO 8601 duration such as PT0.2S".formatted(duration.text()));
    }
  }
}
