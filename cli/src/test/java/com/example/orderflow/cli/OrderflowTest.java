package com.example.orderflow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class OrderflowTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir Path folder;

  @Test
  void withoutACommandTheUsageIsShown() {
    assertThat(run()).isZero();
    assertThat(out.toString()).contains("Commands:", "Examples:", "Exit codes:");
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandShowsExamples(String command) {
    assertThat(run(command, "--help")).isZero();
    assertThat(out.toString()).contains("Examples:", "orderflow " + command);
  }

  @Test
  void anUnknownCommandIsWrongUsage() {
    assertThat(run("blance")).isEqualTo(2);
    assertThat(err.toString()).contains("blance", "balance");
  }

  @Test
  void sendWantsExactlyOneSourceOfOrders() {
    assertThat(run("send")).isEqualTo(2);
    assertThat(run("send", "orders.json", "--csv", "orders.csv")).isEqualTo(2);
    assertThat(err.toString()).contains("--csv", "FILE");
  }

  @Test
  void anOrderThatCannotBeReadIsNamedByFileAndField() throws IOException {
    Path file =
        Files.writeString(folder.resolve("order.json"), "{\"orderId\": \"a b\", \"lines\": []}");

    assertThat(run("send", file.toString(), "--data", folder.toString())).isEqualTo(1);
    assertThat(err.toString()).contains("order.json", "orderId", "a b");
  }

  @Test
  void anIdSuffixMustFitOrderIds() throws IOException {
    Path file = Files.writeString(folder.resolve("order.json"), "{\"orderId\":\"a\",\"lines\":[]}");

    assertThat(run("send", file.toString(), "--id-suffix", "/2")).isEqualTo(2);
    assertThat(err.toString()).contains("--id-suffix", "/2");
  }

  @Test
  void aFileThatIsMissingIsNamed() {
    assertThat(run("send", "nowhere.json", "--data", folder.toString())).isEqualTo(1);
    assertThat(err.toString()).contains("nowhere.json");
  }

  @Test
  void withoutAPlatformTraceSaysHowToStartOne() {
    assertThat(run("trace", "order-1", "--data", folder.toString())).isEqualTo(1);
    assertThat(err.toString()).contains("no platform runs on", "./orderflow up");
  }

  @Test
  void cleanLeavesAFolderAloneThatIsNoDataFolder() throws IOException {
    Path precious = Files.writeString(folder.resolve("thesis.txt"), "years of work");

    assertThat(run("clean", "--data", folder.toString())).isEqualTo(1);
    assertThat(precious).exists();
    assertThat(err.toString()).contains("is no data folder of Orderflow");
  }

  @Test
  void cleanRemovesWhatADemoLeftWhereNothingElseRan() throws IOException {
    Path data = folder.resolve("data");
    Files.createFile(Files.createDirectories(data.resolve("demo")).resolve("lock"));

    assertThat(run("clean", "--data", data.toString())).as("%s", err).isZero();
    assertThat(data).doesNotExist();
  }

  @Test
  void doctorFindsNoPlatformAndSaysTheNextStep() {
    run("doctor", "--data", folder.resolve("none").toString());

    assertThat(out.toString()).contains("JDK", "memory", "disk", "next: ./orderflow up");
  }

  private static Stream<String> commands() {
    return Orderflow.commandLine().getSubcommands().keySet().stream()
        .filter(name -> !name.equals("help") && !name.equals("generate-completion"));
  }

  private int run(String... arguments) {
    CommandLine commandLine = Orderflow.commandLine();
    return commandLine
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }
}
