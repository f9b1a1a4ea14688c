package com.example.orderflow.contracttests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher and its commands: what they say, and how they end. */
class LauncherIT {
  private static final Duration LONGEST_START = Duration.ofMinutes(2);

  @TempDir Path data;
  @TempDir Path outputs;
  private Launcher orderflow;

  @BeforeEach
  void find() {
    orderflow = new Launcher(data, outputs);
  }

  @ParameterizedTest
  @ValueSource(strings = {"demo", "up", "send", "orders", "trace", "balance", "doctor", "clean"})
  void everyCommandExplainsItself(String command) throws Exception {
    Launcher.Result help = orderflow.run(command, "--help");

    assertThat(help.exitCode()).isZero();
    assertThat(help.out() + help.err()).contains("Usage: orderflow " + command);
  }

  @Test
  void testIsMavenWithAJdkThatIsNewEnough() throws Exception {
    Launcher.Result version = orderflow.run("test", "--version");

    assertThat(version.exitCode()).isZero();
    assertThat(version.out())
        .contains("Apache Maven")
        .containsPattern("Java version: (2[1-9]|[3-9]\\d)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"test --fuzz --seconds 0", "test --soak --kills many"})
  void aSuiteWithAWrongOptionNamesItAndStartsNothing(String suite) throws Exception {
    String[] words = suite.split(" ");

    Launcher.Result refused = orderflow.run(words);

    assertThat(refused.exitCode()).isNotZero();
    assertThat(refused.out()).isEmpty();
    assertThat(refused.err().lines()).singleElement().asString().contains(words[2], words[3]);
  }

  @Test
  void anUnknownCommandIsWrongUsage() throws Exception {
    Launcher.Result result = orderflow.run("sned", "samples/");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("sned");
  }

  @Test
  void aFaultInAFileIsNamedByFileLineAndFieldAndNothingIsSent() throws Exception {
    Path file = outputs.resolve("orders.jsonl");
    Files.writeString(
        file,
        """
        {"orderId": "order-1", "lines": []}
        {"orderId": "order-2", "lines": [{"sku": "1", "quantity": "six", "unitPrice": 1}]}
        """);

    Launcher.Result result = orderflow.run("send", file.toString());

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.err()).contains(file + ", line 2", "lines[0].quantity", "six");
    assertThat(Processes.living(data)).isEmpty();
  }

  @Test
  void sendStartsAPlatformForTheRunAndStopsItAfterwards() throws Exception {
    Path report = outputs.resolve("balance.json");

    Launcher.Result result =
        orderflow.run("send", "samples/01-shipped.json", "--report", report.toString());

    assertThat(result.exitCode()).as(result.err()).isZero();
    JsonNode sheet = new ObjectMapper().readTree(report.toFile());
    assertThat(sheet.path("shipped").asInt()).isEqualTo(1);
    assertThat(sheet.path("unaccounted").asInt()).isZero();
    assertThat(Processes.living(data)).isEmpty();
  }

  @Test
  void anInterruptStopsThePlatformAndAllItsProcesses() throws Exception {
    try (Launcher.Running up = orderflow.start("up", "--port", "0")) {
      up.awaitOutput("Next:");
      assertThat(Processes.living(data)).hasSizeGreaterThan(1);
      JsonNode findings = new ObjectMapper().readTree(orderflow.run("doctor", "--json").out());
      assertThat(findings.findValuesAsText("found"))
          .anyMatch(found -> found.contains("in all (PSS)"));

      up.interrupt();

      assertThat(up.result().exitCode()).isIn(List.of(0, 130));
      assertThat(Processes.living(data)).isEmpty();
    }
  }

  @Test
  void anInterruptDuringTheStartLeavesNoProcess() throws Exception {
    try (Launcher.Running up = orderflow.start("up", "--port", "0")) {
      await().atMost(LONGEST_START).until(() -> Processes.living(data).size() > 1);

      up.interrupt();

      assertThat(up.result().exitCode()).isEqualTo(130);
      assertThat(up.result().out()).doesNotContain("Next:");
      assertThat(up.result().err()).contains("Stopped.").doesNotContain("did not start");
      assertThat(Processes.living(data)).isEmpty();
    }
  }
}
