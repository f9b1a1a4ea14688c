package com.example.orderflow.orchestration.intake;

import java.time.InstantSource;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * Ids that rise with time, so that new orders are neighbours in the index: UUID version 7 of RFC
 * 9562, section 5.7.
 */
final class OrderIds {

  private static final int RANDOM_BITS_BEFORE_VARIANT = 12;
  private static final long VERSION_7 = 0x7000L;
  private static final long VARIANT = 0x8000_0000_0000_0000L;

  private final InstantSource clock;
  private final RandomGenerator random;

  OrderIds(InstantSource clock, RandomGenerator random) {
    this.clock = clock;
    this.random = random;
  }

  String next() {
    long time = clock.millis() << 16;
    long high = time | VERSION_7 | (random.nextLong() >>> (64 - RANDOM_BITS_BEFORE_VARIANT));
    long low = VARIANT | (random.nextLong() >>> 2);
    return new UUID(high, low).toString();
  }
}
