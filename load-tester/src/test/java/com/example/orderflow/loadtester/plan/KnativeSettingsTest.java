package com.example.orderflow.loadtester.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class KnativeSettingsTest {

  @Test
  void withoutAnySettingTheyAreKnativesDefaults() {
    assertThat(read(Map.of(), Map.of(), 0)).isEqualTo(AutoscalerSettings.of(0));
    assertThat(read(Map.of(), Map.of(), 40)).isEqualTo(AutoscalerSettings.of(40));
  }

  @Test
  void theConfigMapIsOfTheCluster() {
    AutoscalerSettings settings =
        read(
            Map.of(
                "stable-window", "1m30s",
                "panic-window-percentage", "20.0",
                "container-concurrency-target-percentage", "0.5",
                "scale-to-zero-grace-period", "6s"),
            Map.of(),
            0);

    assertThat(settings.stableWindow()).isEqualTo(90);
    assertThat(settings.panicWindow()).isEqualTo(18);
    assertThat(settings.target()).isEqualTo(50);
    assertThat(settings.scaleToZeroGrace()).isEqualTo(6);
  }

  @Test
  void anAnnotationIsOfTheServiceAndWins() {
    AutoscalerSettings settings =
        read(
            Map.of("stable-window", "90s", "max-scale", "10"),
            Map.of(
                "autoscaling.knative.dev/window", "20s",
                "autoscaling.knative.dev/max-scale", "6",
                "autoscaling.knative.dev/target", "2",
                "autoscaling.knative.dev/target-utilization-percentage", "100"),
            0);

    assertThat(settings.stableWindow()).isEqualTo(20);
    assertThat(settings.panicWindow()).isEqualTo(2);
    assertThat(settings.maxScale()).isEqualTo(6);
    assertThat(settings.target()).isEqualTo(2);
  }

  @Test
  void aTargetAboveTheContainerConcurrencyIsNotAimedAt() {
    AutoscalerSettings settings =
        read(Map.of(), Map.of("autoscaling.knative.dev/target", "50"), 10);

    assertThat(settings.target()).isEqualTo(7);
  }

  private static AutoscalerSettings read(
      Map<String, String> config, Map<String, String> annotations, int concurrency) {
    return new KnativeSettings(config, annotations, concurrency).read();
  }
}
