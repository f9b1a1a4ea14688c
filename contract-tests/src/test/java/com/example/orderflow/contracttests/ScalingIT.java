package com.example.orderflow.contracttests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.example.orderflow.loadtester.balance.BalanceSheet;
import com.example.orderflow.localplatform.PlatformOptions;
import com.example.orderflow.localplatform.PlatformStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Functions that nobody needs do not run. */
class ScalingIT {
  private static final List<String> FUNCTIONS =
      List.of("validate-order", "process-payment", "ship-order");

  @TempDir Path data;
  @TempDir Path manifests;

  @Test
  void functionsScaleToZeroAndComeBackForTheNextEvent() throws Exception {
    // The shortest window that Knative allows.
    ChangedManifests.write(manifests, text -> text.replace("window: 60s", "window: 6s"));
    PlatformOptions options = new PlatformOptions(Checkout.HOME, data, 0).withManifests(manifests);
    try (PlatformUnderTest platform = PlatformUnderTest.with(options)) {
      Client client = platform.client();
      assertThat(functions(client)).allMatch(function -> function.starts() == 0);

      client.send(MadeOrders.good("first", 5));
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> functions(client).allMatch(function -> function.instances() == 0));
      BalanceSheet afterwards = client.send(MadeOrders.good("next", 5));

      assertThat(afterwards.shipped()).isEqualTo(5);
      assertThat(functions(client)).allMatch(function -> function.starts() >= 2);
    }
  }

  private static Stream<PlatformStatus.Service> functions(Client client) throws Exception {
    return client.status().services().stream()
        .filter(service -> FUNCTIONS.contains(service.name()));
  }
}
