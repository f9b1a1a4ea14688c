package com.example.orderflow.events;

import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What counts as the {@code time} of an event: RFC 3339, section 5.6, on a day that exists. Seconds
 * may be left out, as the real broker lets them be; leap seconds are refused, as it refuses them.
 */
public final class EventTime {
  private static final Pattern GRAMMAR =
      Pattern.compile(
          "([0-9]{4})-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
              + "[Tt](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\\.[0-9]{1,9})?)?"
              + "(?:[Zz]|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])");

  /** Each month has these. */
  private static final int SHORTEST_MONTH = 28;

  private EventTime() {}

  /**
   * Functions ask this of every event and reckon with no time: to make a date of each would cost
   * more than all their other checks of an event together.
   */
  public static boolean isTime(String value) {
    Matcher parts = GRAMMAR.matcher(value);
    if (!parts.matches()) {
      return false;
    }
    int day = Integer.parseInt(parts.group(3));
    return day <= SHORTEST_MONTH
        || YearMonth.of(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)))
            .isValidDay(day);
  }
}
