package com.example.orderflow.sandbox.ledger;

import com.example.orderflow.events.Money;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * Makes a request happen once, whoever repeats it, at once or after a crash.
 *
 * <pre>
 *   first with its key ─► insert answer ─► insert entry ─► commit ─► First(answer)
 *                            │ key taken: waits for the holder's commit
 *                            ▼
 *                         read the answer ─► same hash  ─► Repeat(answer)
 *                                         └► other hash ─► KeyReused
 * </pre>
 *
 * <p>Answer and entry are one statement, hence one transaction, one round trip and one commit. What
 * the caller decided beforehand counts only for the first with a key; memory wins over decisions.
 */
public final class Ledger {
  private static final String SETTLE =
      """
      with first as (
        insert into answer (idempotency_key, request_hash, status, body)
        values (?, ?, ?, ?)
        on conflict (idempotency_key) do nothing
        returning idempotency_key),
      entered as (
        insert into entry (kind, order_id, id, charge_id, minor_units, currency)
        select kind, order_id, id, charge_id, minor_units, currency
        from first, (values (?::text, ?::text, ?::text, ?::text, ?::bigint, ?::text))
          as effect (kind, order_id, id, charge_id, minor_units, currency)
        where kind is not null)
      select 1 from first
      """;
  private static final String ANSWER =
      "select request_hash, status, body from answer where idempotency_key = ?";
  private static final String LOCK_CHARGE =
      """
      select order_id, minor_units, currency from entry
      where kind = 'charge' and id = ? for update
      """;
  private static final String REFUNDED =
      "select 1 from entry where kind = 'refund' and charge_id = ?";

  private final DataSource database;

  public Ledger(DataSource database) {
    this.database = database;
  }

  /** Makes {@code decision} happen, unless the request's key has been answered before. */
  public Settled settle(IdempotentRequest request, Decision decision) {
    try (Connection connection = database.getConnection()) {
      return settle(connection, request, decision);
    } catch (SQLException e) {
      throw LedgerUnavailable.or(e);
    }
  }

  /**
   * As {@link #settle}, with a decision about a charge that nobody else can refund meanwhile.
   *
   * @param decide gets the charge, or nothing when there is none
   */
  public Settled settleRefund(
      IdempotentRequest request, String chargeId, Function<Optional<Charged>, Decision> decide) {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        Decision decision = decide.apply(lockCharge(connection, chargeId));
        Settled settled = settle(connection, request, decision);
        connection.commit();
        return settled;
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw LedgerUnavailable.or(e);
    }
  }

  private static Settled settle(Connection connection, IdempotentRequest request, Decision decision)
      throws SQLException {
    return insert(connection, request, decision)
        ? new Settled.First(decision.answer())
        : remembered(connection, request);
  }

  private static boolean insert(Connection connection, IdempotentRequest request, Decision decision)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(SETTLE)) {
      insert.setString(1, request.key());
      insert.setString(2, request.hash());
      insert.setInt(3, decision.answer().status());
      insert.setString(4, decision.answer().body());
      bind(insert, decision.effect().orElse(null));
      try (ResultSet first = insert.executeQuery()) {
        return first.next();
      }
    }
  }

  private static void bind(PreparedStatement insert, Effect effect) throws SQLException {
    Money amount = effect == null ? null : effect.amount();
    insert.setString(5, effect == null ? null : effect.kind().code());
    insert.setString(6, effect == null ? null : effect.orderId());
    insert.setString(7, effect == null ? null : effect.id());
    insert.setString(8, effect == null ? null : effect.chargeId());
    insert.setObject(9, amount == null ? null : amount.minorUnits(), Types.BIGINT);
    insert.setString(10, amount == null ? null : amount.currency());
  }

  /** A statement of its own: the one that met the taken key cannot see what its holder wrote. */
  private static Settled remembered(Connection connection, IdempotentRequest request)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(ANSWER)) {
      select.setString(1, request.key());
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getString("request_hash").equals(request.hash())
            ? new Settled.Repeat(new Answer(row.getInt("status"), row.getString("body")))
            : new Settled.KeyReused(request.key());
      }
    }
  }

  private static Optional<Charged> lockCharge(Connection connection, String chargeId)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(LOCK_CHARGE)) {
      select.setString(1, chargeId);
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          return Optional.empty();
        }
        Money amount = new Money(row.getLong("minor_units"), row.getString("currency"));
        return Optional.of(
            new Charged(row.getString("order_id"), amount, refunded(connection, chargeId)));
      }
    }
  }

  /** After the lock, in a statement of its own, to see the refund that held the lock before. */
  private static boolean refunded(Connection connection, String chargeId) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(REFUNDED)) {
      select.setString(1, chargeId);
      try (ResultSet row = select.executeQuery()) {
        return row.next();
      }
    }
  }
}
