package com.example.orderflow.localplatform.eventing;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** When a PingSource is due: five fields of cron, in a time zone. */
public final class Schedule {
  private static final CronParser CRON =
      new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX));

  private final ExecutionTime times;
  private final ZoneId zone;

  private Schedule(ExecutionTime times, ZoneId zone) {
    this.times = times;
    this.zone = zone;
  }

  /**
   * Reads a schedule.
   *
   * @throws IllegalArgumentException when it is no cron of five fields
   */
  public static Schedule of(String cron, ZoneId zone) {
    return new Schedule(ExecutionTime.forCron(CRON.parse(cron)), zone);
  }

  /** The first time after this one; empty for a day that never comes. */
  Optional<Instant> next(Instant now) {
    return times.nextExecution(now.atZone(zone)).map(time -> time.toInstant());
  }
}
