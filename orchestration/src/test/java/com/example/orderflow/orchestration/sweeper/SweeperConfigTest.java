package com.example.orderflow.orchestration.sweeper;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SweeperConfigTest {

  @Test
  void theDefaultsHelpAfterTwoMinutesAndAtLeastOnceADay() {
    SweeperConfig config = config(Map.of());

    assertThat(config.after()).isEqualTo(Duration.ofMinutes(2));
    assertThat(config.longestRest()).isEqualTo(Duration.ofDays(1));
    assertThat(config.most()).isEqualTo(1_000);
  }

  @Test
  void eachSettingHasItsKey() {
    SweeperConfig config =
        config(
            Map.of(
                "orderflow.sweeper.after", "1S",
                "orderflow.sweeper.longest-rest", "2S",
                "orderflow.sweeper.most", "3"));

    assertThat(config.after()).hasSeconds(1);
    assertThat(config.longestRest()).hasSeconds(2);
    assertThat(config.most()).isEqualTo(3);
  }

  private static SweeperConfig config(Map<String, String> settings) {
    return new SmallRyeConfigBuilder()
        .withMapping(SweeperConfig.class)
        .addDiscoveredConverters()
        .withDefaultValues(settings)
        .build()
        .getConfigMapping(SweeperConfig.class);
  }
}
