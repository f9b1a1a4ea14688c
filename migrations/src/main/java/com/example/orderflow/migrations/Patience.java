package com.example.orderflow.migrations;

import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Waits for a database that is still starting, but not for what waiting does not mend.
 *
 * <pre>
 *   connect ─┬─ yes ──────────────────────────────► go on
 *            ├─ refused, unknown host, starting up ─► pause, again ─► given up after the limit
 *            └─ wrong password, no such database ──► given up at once
 * </pre>
 */
final class Patience {
  /** Classes of SQLSTATE: invalid authorization, and invalid catalog name. */
  private static final String AUTHORIZATION = "28";

  private static final String NO_SUCH_DATABASE = "3D";

  private final Duration limit;
  private final Duration pause;
  private final Consumer<String> say;

  Patience(Duration limit, Duration pause, Consumer<String> say) {
    this.limit = limit;
    this.pause = pause;
    this.say = say;
  }

  /**
   * @throws SQLException what the last try said
   */
  void await(Login login) throws SQLException, InterruptedException {
    long giveUpAt = System.nanoTime() + limit.toNanos();
    String last = "";
    while (true) {
      try {
        login.connect().close();
        return;
      } catch (SQLException notYet) {
        if (isLasting(notYet) || System.nanoTime() - giveUpAt > 0) {
          throw notYet;
        }
        if (!last.equals(notYet.getMessage())) {
          last = notYet.getMessage();
          say.accept("waiting for %s: %s".formatted(login, last));
        }
        Thread.sleep(pause);
      }
    }
  }

  static boolean isLasting(SQLException failure) {
    String state = failure.getSQLState();
    return state != null && (state.startsWith(AUTHORIZATION) || state.startsWith(NO_SUCH_DATABASE));
  }
}
