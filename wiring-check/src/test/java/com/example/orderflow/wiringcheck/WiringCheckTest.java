package com.example.orderflow.wiringcheck;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.orderflow.wiringcheck.manifest.Manifests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each rule, over the manifests of this repository with one thing broken. */
class WiringCheckTest {
  /** Enough for all instances together. */
  private static final WiringCheck CHECK = new WiringCheck(200);

  @TempDir Path folder;

  @BeforeEach
  void copyWhatIsDeployed() throws IOException {
    for (Path from : List.of(Checkout.INFRA.resolve("knative/base"), Checkout.ARGO)) {
      try (Stream<Path> files = Files.list(from)) {
        for (Path file : files.filter(file -> !file.endsWith("kustomization.yaml")).toList()) {
          Files.copy(file, folder.resolve(file.getFileName()));
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"kafka", "in-memory", "serving-only"})
  void whatIsDeployedBreaksNoRule(String overlay) {
    Manifests manifests =
        Checkout.read(Checkout.INFRA.resolve("knative/overlays/" + overlay))
            .and(Checkout.read(Checkout.ARGO));

    assertThat(CHECK.check(manifests)).isEmpty();
  }

  /** File, what is replaced there, by what, the rule, the line that is named. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          42.Trigger.ship-order.yaml           | com.example.payment.completed         | com.example.payment.refunded  | emitted-type-unconsumed
          42.Trigger.ship-order.yaml           | com.example.payment.completed         | com.example.payment.complete  | trigger-type-not-emitted
          42.Trigger.ship-order.yaml           | com.example.payment.completed         | com.example.shipment.failed   | function-consumes-own-output
          41.Trigger.process-payment.yaml      | exact:                                | prefix:                       |
          42.Trigger.ship-order.yaml           | name: ship-order\\n  delivery          | name: ship-orders\\n  delivery | reference-to-nothing
          42.Trigger.ship-order.yaml           | name: dead-letters                    | name: dead-letter             | reference-to-nothing
          42.Trigger.ship-order.yaml           | broker: orders                        | broker: order                 | reference-to-nothing
          34.Service.ship-order.yaml           | key: url                              | key: uri                      | reference-to-nothing
          20.KafkaSink.order-events.yaml       | topic: order-events                   | topic: orderevents            | name-unknown-to-the-code
          60.KafkaSource.orders.yaml           | - orders                              | - order                       | name-unknown-to-the-code
          30.WorkflowTemplate.order-pipeline.yaml | name: order-pipeline               | name: pipeline                | name-unknown-to-the-code
          73.Service.orchestration.yaml        | targetPort: 8080                      | targetPort: 8081              | port-or-path
          72.Deployment.orchestration.yaml     | containerPort: 8080                   | containerPort: 80             | port-or-path
          34.Service.ship-order.yaml           | /q/health/ready                       | /health                       | port-or-path
          50.Sequence.order-sequence.yaml      | uri: /railway                         | uri: /                        | port-or-path
          74.PingSource.sweep.yaml             | uri: /sweeps                          | uri: /sweep                   | port-or-path
          60.KafkaSource.orders.yaml           | deadLetterSink:                       | deadLetter:                   | no-dead-letter-sink
          42.Trigger.ship-order.yaml           | retry: 10                             |                               | retries-not-stated
          42.Trigger.ship-order.yaml           | retry: 10                             | retry: 0                      | retries-not-stated
          42.Trigger.ship-order.yaml           | timeout: PT30S                        |                               | timeout-not-stated
          34.Service.ship-order.yaml           | timeoutSeconds: 30                    |                               | timeout-not-stated
          30.WorkflowTemplate.order-pipeline.yaml | activeDeadlineSeconds: 900         |                               | timeout-not-stated
          60.KafkaSource.orders.yaml           | ordering: unordered                   |                               | ordered-delivery
          42.Trigger.ship-order.yaml           | delivery.order: unordered             | delivery.order: ordered       | ordered-delivery
          34.Service.ship-order.yaml           | max-scale: "10"                       | max-scale: "30"               | database-connections
          34.Service.ship-order.yaml           | max-scale: "10"                       | max-scale: "0"                | database-connections
          34.Service.ship-order.yaml           | containerConcurrency: 40              | containerConcurrency: 0       | database-connections
          34.Service.ship-order.yaml           | readOnlyRootFilesystem: true          |                               | pod-not-restricted
          34.Service.ship-order.yaml           | runAsNonRoot: true                    | runAsNonRoot: false           | pod-not-restricted
          72.Deployment.orchestration.yaml     | automountServiceAccountToken: false   |                               | pod-not-restricted
          34.Service.ship-order.yaml           | - ALL                                 | - NET_RAW                     | pod-not-restricted
          34.Service.ship-order.yaml           | containerConcurrency                  | containerConcurency           | field-unknown-to-the-api
          73.Service.orchestration.yaml        | targetPort                            | targetport                    | field-unknown-to-the-api
          60.KafkaSource.orders.yaml           | consumerGroup: orderflow-orders       | consumerGroup: [orderflow]    | field-unknown-to-the-api
          """)
  void whatIsBrokenIsFoundByItsRule(String file, String old, String by, String rule)
      throws IOException {
    replace(file, old, by == null ? "" : by);

    List<Finding> findings = CHECK.check(Checkout.read(folder));

    if (rule == null) {
      assertThat(findings).isEmpty();
    } else {
      assertThat(findings)
          .filteredOn(finding -> finding.rule().equals(rule))
          .isNotEmpty()
          .allSatisfy(
              finding -> {
                assertThat(finding.mend()).isNotBlank();
                assertThat(finding.place().line()).isPositive();
              });
    }
  }

  @Test
  void aFindingNamesTheLineThatIsToBeChanged() throws IOException {
    replace("42.Trigger.ship-order.yaml", "com.example.payment.completed", "com.example.nothing");

    assertThat(CHECK.check(Checkout.read(folder)))
        .filteredOn(finding -> finding.rule().equals("trigger-type-not-emitted"))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.place().file()).endsWith("42.Trigger.ship-order.yaml");
              assertThat(Files.readAllLines(Path.of(finding.place().file())))
                  .element(finding.place().line() - 1)
                  .asString()
                  .contains("com.example.nothing");
            });
  }

  @Test
  void oneDatabaseForAllWithTheConnectionsThatPostgresqlGivesByDefaultIsWarnedOf() {
    assertThat(new WiringCheck(100).check(Checkout.read(folder)))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.level()).isEqualTo(Finding.Level.WARNING);
              assertThat(finding.problem()).contains("186 connections together");
              assertThat(finding.mend()).contains("max_connections to 189 or more");
            });
  }

  @Test
  void aFunctionThatIsLeftOutLeavesItsTriggerWithoutASubscriberAndItsTypesWithoutAnEmitter()
      throws IOException {
    Files.delete(folder.resolve("34.Service.ship-order.yaml"));

    assertThat(CHECK.check(Checkout.read(folder)))
        .extracting(Finding::rule)
        .contains("reference-to-nothing", "trigger-type-not-emitted");
  }

  private void replace(String file, String old, String by) throws IOException {
    Path path = folder.resolve(file);
    String text = Files.readString(path);
    String there = old.replace("\\n", "\n");
    assertThat(text).contains(there);
    Files.writeString(path, text.replace(there, by.replace("\\n", "\n")));
  }
}
