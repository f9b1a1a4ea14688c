package com.example.orderflow.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventTimeTest {
  @Property
  void aTimeIsOneOfWhichADateCanBeMade(
      @ForAll @IntRange(max = 9999) int year,
      @ForAll @IntRange(max = 14) int month,
      @ForAll @IntRange(min = 26, max = 33) int day,
      @ForAll @IntRange(max = 25) int hour,
      @ForAll @IntRange(max = 61) int second) {
    String time = "%04d-%02d-%02dT%02d:59:%02d+05:30".formatted(year, month, day, hour, second);

    assertThat(EventTime.isTime(time)).as(time).isEqualTo(isDate(time));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-01-31T12:00:00Z",
        "2026-01-31t12:00:00.123456789z",
        "2024-02-29T00:00:00-00:00",
        "2026-01-31T12:00+05:30"
      })
  void eachWayToWriteATimeIsTaken(String time) {
    assertThat(EventTime.isTime(time)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "yesterday",
        "2026-01-31",
        "2026-01-31T12:00:00",
        "2026-01-31 12:00:00Z",
        "2026-01-31T12:00:00Zulu",
        " 2026-01-31T12:00:00Z",
        "2026-01-31T24:00:00Z",
        "2026-02-29T12:00:00Z",
        "2026-12-31T23:59:60Z",
        "+2026-01-31T12:00:00Z",
        "٢٠٢٦-01-31T12:00:00Z"
      })
  void anythingElseIsRefused(String time) {
    assertThat(EventTime.isTime(time)).isFalse();
  }

  private static boolean isDate(String time) {
    try {
      OffsetDateTime.parse(time);
      return true;
    } catch (DateTimeException noDate) {
      return false;
    }
  }
}
