package com.example.orderflow.shiporder;

import com.example.orderflow.eventpolicy.Database;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/** The table {@code shipments}: one row per order, one durable commit per outcome. */
@Singleton
final class PostgresShipmentStore implements ShipmentStore {

  private static final String FIND =
      "SELECT carrier, tracking_number, refusal_reason FROM shipments WHERE order_id = ?";

  private static final String KEEP =
      """
      INSERT INTO shipments (order_id, carrier, tracking_number, refusal_reason)
      VALUES (?, ?, ?, ?) ON CONFLICT (order_id) DO NOTHING""";

  private final Database database;

  PostgresShipmentStore(DataSource connections) {
    this.database = new Database(connections);
  }

  @Override
  public Optional<Shipment> find(String orderId) {
    return database.run(
        connection -> {
          try (PreparedStatement find = connection.prepareStatement(FIND)) {
            find.setString(1, orderId);
            ResultSet row = find.executeQuery();
            return row.next() ? Optional.of(shipment(orderId, row)) : Optional.empty();
          }
        });
  }

  @Override
  public Shipment keep(Shipment outcome) {
    return switch (outcome) {
      case Shipment.Booked booked -> keep(booked, booked.carrier(), booked.trackingNumber(), null);
      case Shipment.Refused refused -> keep(refused, null, null, refused.reason());
    };
  }

  private Shipment keep(Shipment outcome, String carrier, String trackingNumber, String refusal) {
    boolean first =
        database.run(
            connection -> {
              try (PreparedStatement keep = connection.prepareStatement(KEEP)) {
                keep.setString(1, outcome.orderId());
                keep.setString(2, carrier);
                keep.setString(3, trackingNumber);
                keep.setString(4, refusal);
                return keep.executeUpdate() == 1;
              }
            });
    return first ? outcome : find(outcome.orderId()).orElseThrow();
  }

  private static Shipment shipment(String orderId, ResultSet row) throws SQLException {
    String refusal = row.getString("refusal_reason");
    return refusal == null
        ? new Shipment.Booked(orderId, row.getString("carrier"), row.getString("tracking_number"))
        : new Shipment.Refused(orderId, refusal);
  }
}
