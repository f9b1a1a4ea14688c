package com.example.orderflow.shiporder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.orderflow.events.Destination;
import com.example.orderflow.events.Item;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShipmentsTest {

  private final CarrierInMemory carrier = new CarrierInMemory();
  private final StoreInMemory store = new StoreInMemory();
  private final Shipments shipments = new Shipments(carrier, store);

  @Test
  void anOrderIsBooked() {
    assertThat(ship()).isEqualTo(new Shipment.Booked("order-1", "Post", "P1"));
  }

  @Test
  void aRepeatedOrderAnswersTheFirstBookingAndDoesNotAskTheCarrier() {
    Shipment first = ship();

    assertThat(ship()).isEqualTo(first);
    assertThat(carrier.calls).isEqualTo(1);
  }

  @Test
  void aRefusedOrderStaysRefused() {
    carrier.refuses = true;
    Shipment refused = ship();
    carrier.refuses = false;

    assertThat(ship()).isEqualTo(refused).isInstanceOf(Shipment.Refused.class);
  }

  @Test
  void aCrashBetweenTheBookingAndTheStoreDoesNotBookTwice() {
    store.crashesOnce = true;
    assertThatThrownBy(this::ship).isInstanceOf(StoreInMemory.Crash.class);

    assertThat(ship()).isEqualTo(new Shipment.Booked("order-1", "Post", "P1"));
    assertThat(carrier.parcels).hasSize(1);
  }

  @Test
  void ofTwoOutcomesTheOneThatIsKeptFirstIsTheAnswer() {
    Shipment kept = new Shipment.Booked("order-1", "Post", "of another instance");
    store.meanwhile = kept;

    assertThat(ship()).isEqualTo(kept);
  }

  private Shipment ship() {
    return shipments.ship("order-1", new Destination("GB"), List.of(new Item("85123A", 6)));
  }
}
