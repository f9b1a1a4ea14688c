package com.example.orderflow.cli.cluster;

import static com.example.orderflow.cli.cluster.Namespace.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import com.example.orderflow.cli.Finding;
import com.example.orderflow.cli.Finding.Level;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PartChecksTest {
  private final Namespace namespace =
      new Namespace()
          .service("validate-order", "True")
          .service("process-payment", "True")
          .service("ship-order", "True");

  @Test
  void aReadyFunctionWithoutPodsIsAtZero() {
    namespace.deployment("orchestration", 1, 1);

    assertThat(PartChecks.of(namespace.observed()))
        .allSatisfy(finding -> assertThat(finding.level()).isEqualTo(Level.GOOD))
        .extracting(Finding::found)
        .contains(
            "Service: ready, at zero; scale 0 to any number, by concurrency, window default, any number at once");
  }

  @Test
  void aPartThatIsNotDeployedIsNamed() {
    assertThat(bad()).extracting(Finding::about).containsExactly("orchestration");
  }

  @Test
  void whatIsNotReadyIsBadAlsoWhenItMayPass() {
    namespace
        .deployment("orchestration", 1, 1)
        .service("sandbox", "Unknown")
        .podOf("sandbox", waiting("ContainerCreating", ""));

    assertThat(bad()).extracting(Finding::about).containsExactly("sandbox");
  }

  @Test
  void anAutoscalerThatKeepsPodsIsNoted() {
    assertThat(AutoscalerChecks.of(Map.of("enable-scale-to-zero", "false")).level())
        .isEqualTo(Level.NOTE);
    assertThat(AutoscalerChecks.of(Map.of("scale-to-zero-grace-period", "6s")).found())
        .contains("6s before the last pod goes");
  }

  private List<Finding> bad() {
    return PartChecks.of(namespace.observed()).stream()
        .filter(finding -> finding.level() == Level.BAD)
        .toList();
  }
}
