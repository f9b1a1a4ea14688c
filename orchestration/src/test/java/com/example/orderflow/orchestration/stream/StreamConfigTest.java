package com.example.orderflow.orchestration.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StreamConfigTest {

  @Test
  void theDefaultsServeTwoThousandClientsTenTimesASecond() {
    StreamConfig config = config(Map.of());

    assertThat(config.maxClients()).isEqualTo(2_000);
    assertThat(config.ringEntries()).isEqualTo(20_000);
    assertThat(config.pause()).isEqualTo(Duration.ofMillis(100));
    assertThat(config.look()).isEqualTo(Duration.ofMillis(250));
    assertThat(config.heartbeat()).isEqualTo(Duration.ofSeconds(15));
    assertThat(config.patience()).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void eachSettingHasItsKey() {
    StreamConfig config =
        config(
            Map.of(
                "orderflow.stream.max-clients", "1",
                "orderflow.stream.ring-entries", "2",
                "orderflow.stream.pause", "3S",
                "orderflow.stream.look", "4S",
                "orderflow.stream.heartbeat", "5S",
                "orderflow.stream.patience", "6S"));

    assertThat(config.maxClients()).isEqualTo(1);
    assertThat(config.ringEntries()).isEqualTo(2);
    assertThat(config.pause()).hasSeconds(3);
    assertThat(config.look()).hasSeconds(4);
    assertThat(config.heartbeat()).hasSeconds(5);
    assertThat(config.patience()).hasSeconds(6);
  }

  private static StreamConfig config(Map<String, String> settings) {
    return new SmallRyeConfigBuilder()
        .withMapping(StreamConfig.class)
        .addDiscoveredConverters()
        .withDefaultValues(settings)
        .build()
        .getConfigMapping(StreamConfig.class);
  }
}
