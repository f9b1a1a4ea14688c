package com.example.orderflow.orchestration.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.orderflow.events.Destination;
import com.example.orderflow.events.OrderLine;
import com.example.orderflow.events.Wiring;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class NewOrdersTest {
  private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");

  private final NewOrders orders =
      new NewOrders(new OrderIds(InstantSource.fixed(NOW), new Random(1)), Wiring.SEQUENCE);

  @Test
  void anOrderWithoutAnIdIsNamedByTheTime() {
    UUID id = UUID.fromString(order(null, "17850").orderId());

    assertThat(id.version()).isEqualTo(7);
    assertThat(id.variant()).isEqualTo(2);
    assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(NOW.toEpochMilli());
  }

  @Test
  void twoOrdersOfOneMillisecondHaveDifferentIds() {
    assertThat(order(null, "17850").orderId()).isNotEqualTo(order(null, "17850").orderId());
  }

  @Test
  void theHashIsOfWhatIsOrderedAndNotOfItsName() {
    assertThat(order("a", "17850").hash()).isEqualTo(order(null, "17850").hash());
    assertThat(order("a", "17850").hash()).isNotEqualTo(order("a", "17851").hash());
  }

  @Test
  void theDocumentIsTheDataOfTheEvent() {
    assertThat(order("a", "17850").document())
        .isEqualTo(
            """
            {"orderId":"a","customerId":"17850","destination":{"country":"GB"},\
            "lines":[{"sku":"1","quantity":2,"unitPrice":3}]}""");
  }

  @Test
  void theWiringIsTheOneAskedForElseTheDefault() {
    OrderRequest request = request("a", "17850");

    assertThat(orders.of(request, Optional.of(Wiring.CHAIN), null, null).wiring())
        .isEqualTo(Wiring.CHAIN);
    assertThat(orders.of(request, Optional.empty(), null, null).wiring())
        .isEqualTo(Wiring.SEQUENCE);
  }

  private NewOrder order(String id, String customerId) {
    return orders.of(request(id, customerId), Optional.empty(), null, null);
  }

  private static OrderRequest request(String id, String customerId) {
    return new OrderRequest(
        id, customerId, null, new Destination("GB"), null, List.of(new OrderLine("1", null, 2, 3)));
  }
}
