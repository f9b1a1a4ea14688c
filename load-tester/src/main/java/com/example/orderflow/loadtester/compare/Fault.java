package com.example.orderflow.loadtester.compare;

import com.example.orderflow.loadtester.balance.BalanceSheet;
import com.example.orderflow.loadtester.report.LoadReport.Second;
import com.example.orderflow.loadtester.report.RunResult;
import java.util.List;

/**
 * What became of a run in whose middle a function was killed.
 *
 * <pre>
 * orders ├──────────────┤
 *               ▲ kill    soon        left to the sweeper     end
 *               ├── 10 s ──┤                                   │
 *               ├── 120 s, so long an order rests before ──┤   │
 *                          │ the sweeper sends it again    │   │
 *                     openSoon                        openLate lost
 * </pre>
 *
 * @param processes that were killed; with none there was nothing to see
 * @param second of the run
 * @param openSoon orders of those sent until the end that had not ended so soon after the kill, or
 *     after the last was sent if that was later
 * @param openLate of these, so many were left to the sweeper
 * @param lost of these, so many had not ended when the run gave up
 * @param longest in milliseconds, as are the next two
 * @param usualP99 without a kill, median of the rounds
 */
public record Fault(
    Contender contender,
    String killed,
    int processes,
    double second,
    long sent,
    long openSoon,
    long openLate,
    long lost,
    long doubleCharges,
    double longest,
    double p99,
    double usualP99) {
  public static final double SOON = 10;

  /** As long as the order service lets an order rest. */
  public static final double LEFT_TO_THE_SWEEPER = 120;

  /** What was done to the run. */
  record Kill(String function, int processes, double second) {}

  /**
   * @param lastSent the second in which the last order was due
   */
  static Fault of(Contender contender, Kill kill, double lastSent, RunResult run, double usualP99) {
    BalanceSheet sheet = run.balance().orElseThrow();
    double from = Math.max(kill.second(), lastSent);
    long lost = sheet.inFlight() + sheet.unaccounted();
    return new Fault(
        contender,
        kill.function(),
        kill.processes(),
        kill.second(),
        sheet.sent(),
        Math.max(lost, open(sheet, run, from + SOON)),
        Math.max(lost, open(sheet, run, from + LEFT_TO_THE_SWEEPER)),
        lost,
        sheet.doubleCharges(),
        run.load().orders().max(),
        run.load().orders().p99(),
        usualP99);
  }

  private static long open(BalanceSheet sheet, RunResult run, double second) {
    return Math.max(0, sheet.sent() - sheet.deadLettered() - ended(run.load().series(), second));
  }

  /** Rates of a stretch are those of a full second at least. */
  private static long ended(List<Second> series, double until) {
    double ended = 0;
    double from = 0;
    for (Second stretch : series) {
      if (stretch.second() <= until) {
        ended += stretch.ended() * Math.max(1, stretch.second() - from);
      }
      from = stretch.second();
    }
    return Math.round(ended);
  }
}
