package com.example.orderflow.localplatform.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServiceSpecTest {
  private final ServiceSpec service = ServiceSpec.of("ship-order", "dev.local/ship-order:1");

  @Test
  void theDefaultsAreKnatives() {
    assertThat(service.timeout()).hasSeconds(300);
    assertThat(service.containerConcurrency()).isZero();
    assertThat(service.scaling().window()).hasSeconds(60);
    assertThat(service.scaling().initialScale()).isOne();
    assertThat(service.targetConcurrency()).isEqualTo(70);
  }

  @Test
  void theHardLimitOfAnInstanceBoundsTheAutoscalersTarget() {
    assertThat(service.withContainerConcurrency(10).targetConcurrency()).isEqualTo(7);
    assertThat(
            service
                .withContainerConcurrency(10)
                .withScaling(Scaling.DEFAULT.withTarget(5))
                .targetConcurrency())
        .isEqualTo(3.5);
  }

  @Test
  void aRefusalQuotesTheValueAndTheRule() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ServiceSpec.of("Ship_Order", "dev.local/ship-order:1"))
        .withMessage("name: Ship_Order is not a lower case DNS label");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> service.withTimeout(Duration.ZERO))
        .withMessageContaining("timeoutSeconds: PT0S");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Scaling.DEFAULT.withMinScale(3).withMaxScale(2))
        .withMessage("max-scale: 2 is not 0 (without limit), or at least min-scale 3");
  }

  @Test
  void theVariablesAreACopy() {
    assertThat(service.withEnv(Map.of("A", "1")).env()).containsExactly(Map.entry("A", "1"));
  }
}
