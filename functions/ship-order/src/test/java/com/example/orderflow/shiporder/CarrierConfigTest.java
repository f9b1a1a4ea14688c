package com.example.orderflow.shiporder;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CarrierConfigTest {

  @Test
  void theDefaultsWaitOneSecondForTheConnectionAndFiveForTheAnswer() {
    assertThat(config(Map.of("orderflow.carrier.url", "http://carrier")))
        .isEqualTo(
            new Config(
                URI.create("http://carrier"), Duration.ofSeconds(1), Duration.ofSeconds(5), 40));
  }

  @Test
  void eachSettingHasItsKey() {
    assertThat(
            config(
                Map.of(
                    "orderflow.carrier.url", "http://other",
                    "orderflow.carrier.connect-timeout", "2S",
                    "orderflow.carrier.read-timeout", "3S",
                    "orderflow.carrier.connections", "4")))
        .isEqualTo(
            new Config(
                URI.create("http://other"), Duration.ofSeconds(2), Duration.ofSeconds(3), 4));
  }

  private static Config config(Map<String, String> settings) {
    CarrierConfig config =
        new SmallRyeConfigBuilder()
            .withMapping(CarrierConfig.class)
            .addDiscoveredConverters()
            .withDefaultValues(settings)
            .build()
            .getConfigMapping(CarrierConfig.class);
    return new Config(
        config.url(), config.connectTimeout(), config.readTimeout(), config.connections());
  }

  private record Config(URI url, Duration connectTimeout, Duration readTimeout, int connections)
      implements CarrierConfig {}
}
