package com.example.orderflow.wiringcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.orderflow.wiringcheck.manifest.ManifestException;
import com.example.orderflow.wiringcheck.values.ValuesCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What somebody is told who sets a value wrongly: by Helm, and by {@code orderflow check}. */
class WrongValuesTest {
  private static final ValuesCheck CHECK = new ValuesCheck(Checkout.CHART);

  @TempDir Path folder;

  /** Path, value, what Helm says of it, what check says. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          eventing.brokerClass                             | rabbit      | one of 'kafka'      | kafka, in-memory
          images.variant                                   | graal       | one of 'jvm'        | jvm or native
          images.registry                                  | https://x/  | not match           | without a slash
          images.tag                                       | 'a b'       | not match           | tag of all images
          images.pullPolicy                                | Sometimes   | one of              | When nodes pull
          eventing.delivery.retry                          | 0           | minimum             | 1 to 20
          eventing.delivery.retry                          | ten         | want integer        | 1 to 20
          eventing.delivery.backoffPolicy                  | random      | one of              | pauses
          eventing.delivery.backoffDelay                   | 200ms       | not match           | ISO 8601
          eventing.delivery.timeout                        | 30          | want string         | ISO 8601
          eventing.sweepSchedule                           | hourly      | not match           | five fields
          kafka.partitions                                 | 0           | minimum             | 1 to 1000
          kafka.replicationFactor                          | 30          | maximum             | nodes
          kafka.bootstrapServers.0                         | kafka       | not match           | host:port
          functions.defaults.scaling.window                | 5s          | not match           | 6s to 3600s
          functions.defaults.scaling.class                 | vpa         | one of 'kpa'        | scales to zero
          functions.defaults.scaling.metric                | cpu         | one of              | unless class is hpa
          functions.ship-order.scaling.maxScale            | many        | want integer        | 0 is no limit
          functions.ship-order.scaling.minScale            | -1          | minimum             | goes to zero
          functions.ship-order.scaling.scaleDownDelay      | 2h          | not match           | 0s to 3600s
          functions.ship-order.scaling.targetBurstCapacity | -2          | minimum             | -1
          functions.ship-order.containerConcurrency        | 1001        | maximum             | 0 to 1000
          functions.ship-order.timeoutSeconds              | 900         | maximum             | 1 to 600
          functions.ship-order.resources.limits.memory     | lots        | not match           | quantity
          functions.ship-order.canary.percent              | 110         | maximum             | 0 to 100
          orchestration.defaultWiring                      | direct      | one of              | chain
          orchestration.replicas                           | -1          | minimum             | 0 to 20
          argo.url                                         | argo:2746   | not match           | http or https
          networkPolicies.enabled                          | maybe       | want boolean        | true or false
          databaseSecrets.admin                            | Admin!      | not match           | name of a Secret
          development.postgresql.storage                   | big         | not match           | quantity
          monitoring.interval                              | often       | not match           | looks
          """)
  void aWrongValueIsNamedWithItsRuleAndAnExample(
      String path, String value, String helm, String rule) throws IOException {
    Path values = values(path, value);

    assertThatThrownBy(() -> Checkout.chart(values))
        .isInstanceOf(ManifestException.class)
        .hasMessageContaining("/" + path.replace('.', '/'))
        .hasMessageContaining(helm);
    assertThat(CHECK.check(values))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.problem()).startsWith(path + " is ").contains(value, rule);
              assertThat(finding.mend()).startsWith("for example ");
              assertThat(finding.place().line()).isEqualTo(Files.readAllLines(values).size());
            });
  }

  @ParameterizedTest
  @CsvSource({
    "functions.ship-order.scaling.maxscale, did you mean maxScale?",
    "functions.ship_order, did you mean ship-order?",
    "image, did you mean images?",
    "eventing.delivery.retries, did you mean retry?",
    "orchestration.autoscaling, 'take it out, or use one of these, for example replicas'"
  })
  void anUnknownValueIsNamedWithWhatWasMeant(String path, String mend) throws IOException {
    Path values = values(path, "1");
    String name = path.substring(path.lastIndexOf('.') + 1);

    assertThatThrownBy(() -> Checkout.chart(values))
        .hasMessageContaining("additional properties '%s' not allowed".formatted(name));
    assertThat(CHECK.check(values))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.problem()).startsWith(path + " is no value of this chart");
              assertThat(finding.mend()).isEqualTo(mend);
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          eventing: {brokerClass: none}, orchestration: {defaultWiring: broker} | waits for a Broker     | "chain"
          argo: {enabled: false}, test: {wiring: argo}                          | argo.enabled is false  | "chain"
          functions: {ship-order: {scaling: {minScale: 20}}}                    | minScale is 20         | such as 10
          """)
  void valuesThatDoNotGoTogetherAreNamedWithWhatDoes(String values, String problem, String example)
      throws IOException {
    Path file = Files.writeString(folder.resolve("values.yaml"), "{" + values + "}");

    assertThatThrownBy(() -> Checkout.chart(file)).hasMessageContainingAll(problem, example);
  }

  @Test
  void withoutASandboxTheAddressOfTheRealOneIsAskedFor() throws IOException {
    Path file = Files.writeString(folder.resolve("values.yaml"), "{sandbox: {enabled: false}}");

    assertThatThrownBy(() -> Checkout.chart(file)).hasMessageContaining("/sandbox/url");
  }

  @ParameterizedTest
  @MethodSource("com.example.orderflow.wiringcheck.Checkout#ciValues")
  void theValuesOfTheChartsOwnTestsAreRight(Path values) {
    assertThat(CHECK.check(values)).isEmpty();
  }

  /** {@code a.b.0} as YAML of three lines, the last of which is wrong. */
  private Path values(String path, String value) throws IOException {
    StringBuilder yaml = new StringBuilder();
    List<String> steps = List.of(path.split("\\."));
    for (int i = 0; i < steps.size(); i++) {
      String step = steps.get(i);
      yaml.append("  ".repeat(i)).append(step.equals("0") ? "-" : step + ":");
      yaml.append(i == steps.size() - 1 ? " " + quoted(value) : "\n");
    }
    return Files.writeString(folder.resolve("values.yaml"), yaml);
  }

  private static String quoted(String value) {
    return value.matches("-?\\d+") ? value : "\"%s\"".formatted(value);
  }
}
