package com.example.orderflow.loadtester.sending;

import java.time.Duration;
import java.util.Optional;

/**
 * How orders are sent.
 *
 * @param entrance where
 * @param inFlight how many requests wait for an answer at once
 * @param repeat how often each order is sent, at once
 * @param timeout of one request; an answer comes within seconds, also when Kafka or the database is
 *     down
 * @param firstPause before a request is tried again; doubled up to {@code longestPause}
 * @param giveUpAfter how long one request is tried, long enough to restart a platform
 * @param rest between an answer and the next order, as of a customer who thinks; none for a file
 */
public record SendSettings(
    Entrance entrance,
    int inFlight,
    int repeat,
    Duration timeout,
    Duration firstPause,
    Duration longestPause,
    Duration giveUpAfter,
    Duration rest) {

  public static final SendSettings DEFAULT =
      new SendSettings(
          new Entrance.Api(Optional.empty()),
          32,
          1,
          Duration.ofSeconds(30),
          Duration.ofMillis(100),
          Duration.ofSeconds(2),
          Duration.ofMinutes(2),
          Duration.ZERO);

  public SendSettings {
    demandPositive("in flight", inFlight);
    demandPositive("repeat", repeat);
  }

  public SendSettings withEntrance(Entrance other) {
    return new SendSettings(
        other, inFlight, repeat, timeout, firstPause, longestPause, giveUpAfter, rest);
  }

  public SendSettings withInFlight(int requests) {
    return new SendSettings(
        entrance, requests, repeat, timeout, firstPause, longestPause, giveUpAfter, rest);
  }

  public SendSettings withRest(Duration length) {
    return new SendSettings(
        entrance, inFlight, repeat, timeout, firstPause, longestPause, giveUpAfter, length);
  }

  public SendSettings withRepeat(int times) {
    return new SendSettings(
        entrance, inFlight, times, timeout, firstPause, longestPause, giveUpAfter, rest);
  }

  private static void demandPositive(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException("%s: %d is less than 1".formatted(name, value));
    }
  }
}
