package com.example.orderflow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
  private static final String DEPLOYED = "../infra/knative/overlays/kafka";
  private static final String CHART = "../infra/helm/orderflow";

  /** A Trigger of a Broker that is not there. */
  private static final String BROKEN =
      """
      apiVersion: eventing.knative.dev/v1
      kind: Trigger
      metadata:
        name: lonely
      spec:
        broker: nowhere
        subscriber:
          uri: http://example.com
      """;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir Path folder;

  @Test
  void whatIsDeployedIsInOrder() {
    assertThat(run(DEPLOYED, "--database-connections", "200", "--strict")).as("%s", out).isZero();
    assertThat(out.toString()).contains("0 errors, 0 warnings");
  }

  @Test
  void aWarningFailsOnlyWhenItIsAskedTo() {
    assertThat(run(DEPLOYED)).isZero();
    assertThat(run(DEPLOYED, "--strict")).isEqualTo(3);
    assertThat(out.toString()).contains("warning:", "max_connections");
  }

  @Test
  void anErrorIsPrintedWithFileLineRuleAndMend() throws IOException {
    Path file = Files.writeString(folder.resolve("broken.yaml"), BROKEN);

    assertThat(run(file.toString())).isEqualTo(3);
    assertThat(out.toString())
        .contains(file + ":6: error:", "\"nowhere\"", "[reference-to-nothing]", "mend: ");
  }

  @Test
  void whatAnotherToolRenderedComesFromStandardInput() throws IOException {
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream(BROKEN.getBytes(StandardCharsets.UTF_8)));
    try {
      assertThat(run("-", "--json")).isEqualTo(3);
    } finally {
      System.setIn(before);
    }
    JsonNode findings = new ObjectMapper().readTree(out.toString());
    assertThat(findings.findValuesAsText("file")).containsOnly("(standard input)");
  }

  @Test
  void aCodeHostGetsSarif() throws IOException {
    Path file = Files.writeString(folder.resolve("broken.yaml"), BROKEN);
    Path sarif = folder.resolve("check.sarif");

    assertThat(run(file.toString(), "--sarif", sarif.toString())).isEqualTo(3);
    assertThat(new ObjectMapper().readTree(sarif.toFile()).path("version").asText())
        .isEqualTo("2.1.0");
  }

  @Test
  void wrongValuesOfAChartAreNamedByTheirLine() throws IOException {
    Path values =
        Files.writeString(folder.resolve("mine.yaml"), "eventing:\n  brokerClass: rabbit\n");

    assertThat(run(CHART, "--values", values.toString())).isEqualTo(3);
    assertThat(out.toString())
        .contains(
            values + ":2: error:", "eventing.brokerClass is \"rabbit\"", "brokerClass: \"kafka\"");
  }

  @Test
  void aPathWithNothingInItIsNamedWithAnExample() {
    assertThat(run(folder.resolve("nowhere").toString())).isEqualTo(1);
    assertThat(err.toString()).contains("nowhere", "infra/knative/overlays/kafka");
  }

  @Test
  void aNumberThatIsNoneIsWrongUsage() {
    assertThat(run("--database-connections", "many")).isEqualTo(2);
  }

  private int run(String... arguments) {
    String[] command = new String[arguments.length + 1];
    command[0] = "check";
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    return Orderflow.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(command);
  }
}
