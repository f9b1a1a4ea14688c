package com.example.orderflow.contracttests.contract;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/**
 * How a platform behaves that runs Orderflow: the local one, or the cluster of the kubeconfig when
 * {@code -Dcontract.platform=cluster} asks for it.
 *
 * <pre>
 *   the same manifests ─┬─► local platform ─┐
 *                       └─► cluster ────────┴─► the same sentences
 * </pre>
 *
 * An engine that a cluster does not have is named at the end. Where the local platform differs on
 * purpose, the sentence says both.
 */
class ContractIT {
  private static final String CLUSTER = "cluster";

  @TempDir static Path data;
  private static Instant started;

  @BeforeAll
  static void deploy() {
    started = Instant.now();
    Contract.isAbout(
        System.getProperty("contract.platform", "local").equals(CLUSTER)
            ? ClusterUnderContract.deploy()
            : new LocalUnderContract(Path.of(System.getProperty("orderflow.home", "..")), data));
    say("ready after %d s", Duration.between(started, Instant.now()).toSeconds());
  }

  @AfterAll
  static void remove() {
    if (Contract.platform() != null) {
      Contract.platform().close();
    }
    say("done after %d s", Duration.between(started, Instant.now()).toSeconds());
    Contract.notRun().forEach((test, reason) -> say("NOT RUN %s: %s", test, reason));
  }

  private static void say(String text, Object... values) {
    System.out.printf("contract: " + text + "%n", values);
  }

  @Nested
  class Serving extends ServingContract {}

  @Nested
  class Ingress extends IngressContract {}

  @Nested
  class Filters extends FilterContract {}

  @Nested
  class Delivery extends DeliveryContract {}

  @Nested
  class Sequence extends SequenceContract {}

  @Nested
  class PingSource extends PingSourceContract {}

  @Nested
  class Kafka extends KafkaContract {}

  @Nested
  class Argo extends ArgoContract {}
}
