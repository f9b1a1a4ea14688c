package com.example.orderflow.contracttests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./orderflow drill}, on a platform that runs. */
class DrillIT extends OnOnePlatform {
  @TempDir Path outputs;

  @Test
  void whatIsKilledComesBackAndNoOrderIsLost() throws Exception {
    Path report = outputs.resolve("drill.json");

    Launcher.Result drill =
        new Launcher(data, outputs).run("drill", "--kill=ship-order,kafka", "--report=" + report);

    assertThat(drill.exitCode()).as(drill.out() + drill.err()).isZero();
    assertThat(drill.err()).contains("ship-order", "kafka", "shipped again after");
    JsonNode result = new ObjectMapper().readTree(report.toFile());
    assertThat(result.path("outages").findValuesAsText("process"))
        .containsExactly("ship-order", "kafka");
    assertThat(result.path("outages"))
        .allSatisfy(
            outage -> {
              assertThat(outage.path("killed").asInt()).isPositive();
              assertThat(outage.path("longestMillis").asLong())
                  .isGreaterThanOrEqualTo(outage.path("flowsAfterMillis").asLong() / 2);
            });
    assertThat(result.path("balance").path("shipped").asInt()).isPositive();
    assertThat(result.path("balance").path("unaccounted").asInt()).isZero();
    assertThat(result.path("balance").path("doubleCharges").asInt()).isZero();
  }

  @Test
  void whatIsNoProcessIsNamedAndNothingIsKilled() throws Exception {
    Launcher.Result refused = new Launcher(data, outputs).run("drill", "--kill=ship-ordr");

    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err())
        .contains("\"ship-ordr\" is no process of the platform; they are: ", "ship-order", "kafka");
  }
}
