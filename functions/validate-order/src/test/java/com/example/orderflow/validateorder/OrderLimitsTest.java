package com.example.orderflow.validateorder;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OrderLimitsTest {

  @Test
  void theDefaultsAreThoseOfTheContract() {
    assertThat(limits(Map.of())).isEqualTo(Limits.DEFAULT);
  }

  @Test
  void eachLimitHasItsKey() {
    assertThat(
            limits(
                Map.of(
                    "orderflow.order.max-lines", "3",
                    "orderflow.order.max-quantity", "4",
                    "orderflow.order.max-total-minor-units", "5")))
        .isEqualTo(new Limits(3, 4, 5));
  }

  private static Limits limits(Map<String, String> settings) {
    OrderLimits limits =
        new SmallRyeConfigBuilder()
            .withMapping(OrderLimits.class)
            .withDefaultValues(settings)
            .build()
            .getConfigMapping(OrderLimits.class);
    return new Limits(limits.maxLines(), limits.maxQuantity(), limits.maxTotalMinorUnits());
  }
}
