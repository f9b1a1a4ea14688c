package com.example.orderflow.wiringcheck.rules;

import com.example.orderflow.events.EventType;
import java.util.Map;

/** How many connections an instance of each program opens at most, unless a variable says else. */
final class DatabasePools {
  /** Who opens connections, and how many: {@code quarkus.datasource.jdbc.max-size}. */
  static final Map<String, Integer> SIZES =
      Map.of(
          EventType.Source.PROCESS_PAYMENT,
          8,
          EventType.Source.SHIP_ORDER,
          8,
          "sandbox",
          10,
          "orchestration",
          16);

  /** The same, as a variable of the container. */
  private static final String VARIABLE = "QUARKUS_DATASOURCE_JDBC_MAX_SIZE";

  private DatabasePools() {}

  /** 0 when it has no database. */
  static int size(Pod pod) {
    return pod.env(VARIABLE)
        .map(Integer::valueOf)
        .orElse(SIZES.getOrDefault(pod.owner().name(), 0));
  }
}
