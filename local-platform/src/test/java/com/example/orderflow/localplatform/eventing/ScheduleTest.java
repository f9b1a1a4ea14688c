package com.example.orderflow.localplatform.eventing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {

  @ParameterizedTest
  @CsvSource({
    "*/1 * * * *,  2026-01-31T12:00:00Z,     2026-01-31T12:01:00Z",
    "*/1 * * * *,  2026-01-31T12:00:59.999Z, 2026-01-31T12:01:00Z",
    "*/15 * * * *, 2026-01-31T23:50:00Z,     2026-02-01T00:00:00Z",
    "30 4 * * 1,   2026-01-31T12:00:00Z,     2026-02-02T04:30:00Z",
    "0 0 29 2 *,   2026-01-31T12:00:00Z,     2028-02-29T00:00:00Z"
  })
  void theNextTimeIsTheFirstThatTheFieldsAllow(String cron, Instant now, Instant next) {
    assertThat(Schedule.of(cron, ZoneOffset.UTC).next(now)).contains(next);
  }

  @Test
  void theFieldsAreOfTheTimeZone() {
    Schedule nine = Schedule.of("0 9 * * *", ZoneId.of("Europe/Berlin"));

    assertThat(nine.next(Instant.parse("2026-07-01T00:00:00Z")))
        .contains(Instant.parse("2026-07-01T07:00:00Z"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "* * * *", "61 * * * *", "every minute"})
  void anythingElseIsNoSchedule(String cron) {
    assertThatThrownBy(() -> Schedule.of(cron, ZoneOffset.UTC))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
