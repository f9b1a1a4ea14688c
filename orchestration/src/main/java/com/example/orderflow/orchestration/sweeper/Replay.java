package com.example.orderflow.orchestration.sweeper;

import com.example.orderflow.orchestration.projection.DeadLetterDesk;
import com.example.orderflow.orchestration.projection.Mark;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/**
 * Takes an order from the dead-letter desk and sends it again, when somebody says so: the cause is
 * mended, they think. If it is not, the next dead letter brings the order back.
 */
@Singleton
public final class Replay {
  /** An order without a document went past the API: there is nothing that could be sent. */
  private static final String TAKE =
      """
      with taken as (
        update orders set dead_lettered = false
        where order_id = ? and %s and document is not null
        returning wiring)
      update order_counts set orders = orders - 1
      from taken where order_counts.wiring = taken.wiring and name = 'deadLetters'"""
          .formatted(DeadLetterDesk.ON_THE_DESK);

  private final Resending resending;

  Replay(Resending resending) {
    this.resending = resending;
  }

  /** Whether the order was there to be sent again. */
  public boolean replay(String orderId) throws SQLException {
    int sent =
        resending.send(
            connection -> take(connection, orderId),
            Mark.REPLAYED,
            (times, restUntil) ->
                "Taken from the dead-letter desk and sent again; left alone by the sweeper until "
                    + restUntil);
    return sent > 0;
  }

  private static List<String> take(Connection connection, String orderId) throws SQLException {
    try (PreparedStatement take = connection.prepareStatement(TAKE)) {
      take.setString(1, orderId);
      return take.executeUpdate() == 0 ? List.of() : List.of(orderId);
    }
  }
}
