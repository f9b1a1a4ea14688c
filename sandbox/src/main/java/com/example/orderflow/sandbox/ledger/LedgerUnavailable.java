package com.example.orderflow.sandbox.ledger;

import java.sql.SQLException;
import java.util.Set;

/**
 * The database cannot be used now: the same request may succeed later. What was asked may have been
 * written even so; the idempotency key makes repeating it safe.
 */
public class LedgerUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1;

  /**
   * SQLSTATE classes: connection exception, transaction rollback, insufficient resources, operator
   * intervention.
   */
  private static final Set<String> TRANSIENT = Set.of("08", "40", "53", "57");

  private LedgerUnavailable(SQLException cause) {
    super(cause.getMessage(), cause);
  }

  /** Any other failure of a statement is a bug of ours, and no repeat will mend it. */
  static RuntimeException or(SQLException e) {
    String state = e.getSQLState();
    // The pool's own exceptions (no connection in time) carry no SQLSTATE.
    boolean passing = state == null || TRANSIENT.contains(state.substring(0, 2));
    return passing ? new LedgerUnavailable(e) : new IllegalStateException(e);
  }
}
