package com.example.orderflow.contracttests.contract;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which Triggers an event reaches: their filters are in the manifests. */
@Needs(Engine.BROKER)
abstract class FilterContract extends Contract {
  private static final String PREFIX = "by-prefix";
  private static final String SUFFIX = "by-suffix";
  private static final String NESTED = "by-all-any-not";
  private static final String CESQL = "by-cesql";
  private static final String CESQL_NOT = "by-cesql-not";

  static Stream<Arguments> events() {
    return Stream.of(
        arguments(
            "filter",
            Map.of("color", "darkred"),
            reaches(PREFIX, SUFFIX, NESTED, CESQL, CESQL_NOT)),
        arguments(
            "filter",
            Map.of("color", "lightred", "size", "large"),
            reaches(PREFIX, SUFFIX, CESQL_NOT)),
        arguments("filter", Map.of("color", "darkblue", "weight", "heavy"), reaches(PREFIX, CESQL)),
        arguments("filter", Map.of(), reaches(PREFIX, CESQL_NOT)),
        arguments("other", Map.of("color", "darkred"), reaches()));
  }

  @ParameterizedTest(name = "contract.{0} with {1}")
  @MethodSource("events")
  void anEventReachesExactlyTheTriggersWhoseFiltersItPasses(
      String type, Map<String, String> extensions, String[] places) {
    Map<String, String> headers = event("contract." + type);
    extensions.forEach((name, value) -> headers.put("ce-" + name, value));

    post(headers, "{}");

    desk.getsOnly(key, places);
  }

  private static Object reaches(String... places) {
    return places;
  }
}
