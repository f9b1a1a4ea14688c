package com.example.orderflow.processpayment;

import com.example.orderflow.eventpolicy.Database;
import com.example.orderflow.events.Money;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/** The table {@code payments}: one row per order, one durable commit per outcome. */
@Singleton
final class PostgresPaymentStore implements PaymentStore {

  private static final String FIND =
      """
      SELECT minor_units, currency, charge_id, decline_reason, refund_id, refund_reason
      FROM payments WHERE order_id = ?""";

  private static final String KEEP_OUTCOME =
      """
      INSERT INTO payments (order_id, minor_units, currency, charge_id, decline_reason)
      VALUES (?, ?, ?, ?, ?) ON CONFLICT (order_id) DO NOTHING""";

  private static final String KEEP_REFUND =
      """
      UPDATE payments SET refund_id = ?, refund_reason = ?, refunded_at = now()
      WHERE order_id = ? AND refund_id IS NULL""";

  private final Database database;

  PostgresPaymentStore(DataSource connections) {
    this.database = new Database(connections);
  }

  @Override
  public Optional<Payment> find(String orderId) {
    return database.run(
        connection -> {
          try (PreparedStatement find = connection.prepareStatement(FIND)) {
            find.setString(1, orderId);
            ResultSet row = find.executeQuery();
            return row.next() ? Optional.of(payment(orderId, row)) : Optional.empty();
          }
        });
  }

  @Override
  public Payment keep(Payment outcome) {
    return switch (outcome) {
      case Payment.Completed charge -> keep(charge, charge.amount(), charge.chargeId(), null);
      case Payment.Failed failed -> keep(failed, failed.amount(), null, failed.reason());
      case Payment.Refunded refund -> keep(refund);
    };
  }

  @Override
  public Payment.Refunded keep(Payment.Refunded refund) {
    boolean first =
        database.run(
            connection -> {
              try (PreparedStatement keep = connection.prepareStatement(KEEP_REFUND)) {
                keep.setString(1, refund.refundId());
                keep.setString(2, refund.reason());
                keep.setString(3, refund.orderId());
                return keep.executeUpdate() == 1;
              }
            });
    return first ? refund : (Payment.Refunded) find(refund.orderId()).orElseThrow();
  }

  private Payment keep(Payment outcome, Money amount, String chargeId, String declineReason) {
    boolean first =
        database.run(
            connection -> {
              try (PreparedStatement keep = connection.prepareStatement(KEEP_OUTCOME)) {
                keep.setString(1, outcome.orderId());
                keep.setLong(2, amount.minorUnits());
                keep.setString(3, amount.currency());
                keep.setString(4, chargeId);
                keep.setString(5, declineReason);
                return keep.executeUpdate() == 1;
              }
            });
    return first ? outcome : find(outcome.orderId()).orElseThrow();
  }

  private static Payment payment(String orderId, ResultSet row) throws SQLException {
    Money amount = new Money(row.getLong("minor_units"), row.getString("currency"));
    String declineReason = row.getString("decline_reason");
    if (declineReason != null) {
      return new Payment.Failed(orderId, amount, declineReason);
    }
    Payment.Completed charge = new Payment.Completed(orderId, row.getString("charge_id"), amount);
    String refundId = row.getString("refund_id");
    return refundId == null ? charge : charge.refunded(refundId, row.getString("refund_reason"));
  }
}
