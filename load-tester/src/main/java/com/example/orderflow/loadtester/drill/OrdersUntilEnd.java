package com.example.orderflow.loadtester.drill;

import com.example.orderflow.events.EventType;
import com.example.orderflow.loadtester.Ending;
import com.example.orderflow.loadtester.firing.Shots;
import com.example.orderflow.loadtester.reading.Notice;
import com.example.orderflow.loadtester.reading.OrderFile;
import com.example.orderflow.loadtester.reading.Orders;
import com.example.orderflow.loadtester.reading.OutgoingOrder;
import com.example.orderflow.loadtester.scenario.OrderMix;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Orders of every outcome, one after the other until somebody says that it is enough. */
final class OrdersUntilEnd implements OrderFile {
  private static final OrderMix MIX =
      new OrderMix(
          Map.of(
              Ending.SHIPPED, 7,
              Ending.REJECTED, 1,
              Ending.PAYMENT_FAILED, 1,
              Ending.CANCELLED, 1),
          1,
          5,
          0,
          0,
          1);

  private final BooleanSupplier room;
  private final Shots shots;
  private volatile boolean ended;

  /**
   * @param room whether one more order may be under way
   * @param prefix of the order ids, which nobody else uses
   */
  OrdersUntilEnd(BooleanSupplier room, String prefix) {
    this.room = room;
    this.shots = new Shots(MIX, EventType.ORDER_CREATED, prefix);
  }

  void end() {
    ended = true;
  }

  @Override
  public long count() {
    return Long.MAX_VALUE;
  }

  @Override
  public List<Notice> notices() {
    return List.of();
  }

  @Override
  public Orders orders() {
    return new Orders() {
      @Override
      public boolean isReady() {
        return ended || room.getAsBoolean();
      }

      @Override
      protected OutgoingOrder read() {
        return ended ? null : shots.next().order();
      }

      @Override
      public void close() {
        end();
      }
    };
  }
}
