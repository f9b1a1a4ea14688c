package com.example.orderflow.loadtester.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them: 500ms, 30s, 10m, 2h. */
final class Durations {
  private static final Pattern FORM = Pattern.compile("([0-9]+)(ms|s|m|h)");

  private Durations() {}

  static Duration of(JsonNode text, Duration otherwise) {
    return text.isMissingNode() ? otherwise : of(text);
  }

  static Duration of(JsonNode text) {
    Matcher matcher = FORM.matcher(text.asText());
    if (!matcher.matches()) {
      throw new IllegalArgumentException("%s is no duration such as 30s".formatted(text));
    }
    long number = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "ms" -> Duration.ofMillis(number);
      case "s" -> Duration.ofSeconds(number);
      case "m" -> Duration.ofMinutes(number);
      default -> Duration.ofHours(number);
    };
  }
}
