package com.example.orderflow.processpayment;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PaymentGatewayConfigTest {

  @Test
  void theDefaultsWaitOneSecondForTheConnectionAndFiveForTheAnswer() {
    assertThat(config(Map.of("orderflow.payment-gateway.url", "http://gateway")))
        .isEqualTo(
            new Config(
                URI.create("http://gateway"), Duration.ofSeconds(1), Duration.ofSeconds(5), 40));
  }

  @Test
  void eachSettingHasItsKey() {
    assertThat(
            config(
                Map.of(
                    "orderflow.payment-gateway.url", "http://other",
                    "orderflow.payment-gateway.connect-timeout", "2S",
                    "orderflow.payment-gateway.read-timeout", "3S",
                    "orderflow.payment-gateway.connections", "4")))
        .isEqualTo(
            new Config(
                URI.create("http://other"), Duration.ofSeconds(2), Duration.ofSeconds(3), 4));
  }

  private static Config config(Map<String, String> settings) {
    PaymentGatewayConfig config =
        new SmallRyeConfigBuilder()
            .withMapping(PaymentGatewayConfig.class)
            .addDiscoveredConverters()
            .withDefaultValues(settings)
            .build()
            .getConfigMapping(PaymentGatewayConfig.class);
    return new Config(
        config.url(), config.connectTimeout(), config.readTimeout(), config.connections());
  }

  private record Config(URI url, Duration connectTimeout, Duration readTimeout, int connections)
      implements PaymentGatewayConfig {}
}
