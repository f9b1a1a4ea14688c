package com.example.orderflow.wiringcheck;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.orderflow.wiringcheck.manifest.Kind;
import com.example.orderflow.wiringcheck.manifest.Manifests;
import com.example.orderflow.wiringcheck.manifest.Resource;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The chart against the plain manifests, and with everything that can be set. */
class ChartTest {
  private static final WiringCheck CHECK = new WiringCheck(200);

  private static final Manifests DEFAULT = Checkout.chart();
  private static final Map<String, Object> CHART = comparable(DEFAULT);
  private static final Map<String, Object> PLAIN = comparable(Checkout.plain());

  @TempDir Path folder;

  static Set<String> plainObjects() {
    return PLAIN.keySet();
  }

  static Stream<Path> ciValues() {
    return Checkout.ciValues();
  }

  @ParameterizedTest
  @MethodSource("plainObjects")
  void byDefaultItRendersEachObjectAsTheKustomizationDoes(String object) {
    assertThat(CHART.get(object)).isEqualTo(PLAIN.get(object));
  }

  @Test
  void byDefaultItRendersNoOtherObject() {
    assertThat(CHART.keySet()).isEqualTo(PLAIN.keySet());
  }

  @Test
  void inMemoryItRendersTheBrokerAndTheSequenceOfThatOverlay() {
    Map<String, Object> chart = comparable(Checkout.chart(values("02-in-memory")));
    Map<String, Object> plain =
        comparable(Checkout.read(Checkout.INFRA.resolve("knative/overlays/in-memory")));
    // The overlay cannot take Kafka's keys out of it, and the Broker does not read them.
    plain.remove("ConfigMap orders-broker");

    assertThat(plain)
        .allSatisfy((object, content) -> assertThat(chart.get(object)).isEqualTo(content));
  }

  @Test
  void servingOnlyItRendersEveryObjectOfThatOverlay() {
    Map<String, Object> chart = comparable(Checkout.chart(values("03-serving-only")));
    Map<String, Object> plain =
        comparable(Checkout.read(Checkout.INFRA.resolve("knative/overlays/serving-only")));
    plain.remove("Job migrations"); // a hook in the chart

    assertThat(chart.keySet()).isEqualTo(plain.keySet());
    assertThat(plain)
        .allSatisfy((object, content) -> assertThat(chart.get(object)).isEqualTo(content));
  }

  @Test
  void helmLintFindsNothing() {
    LintResult lint = new Helm(Checkout.CHART).lint().strict().call();

    assertThat(lint.isFailed()).as("%s", lint.getMessages()).isFalse();
  }

  @ParameterizedTest
  @MethodSource("ciValues")
  void withAnyOfTheseValuesItPassesEveryRule(Path values) {
    assertThat(CHECK.check(Checkout.chart(values)))
        .filteredOn(finding -> finding.level() == Finding.Level.ERROR)
        .filteredOn(finding -> !isOfAnotherNamespace(finding))
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("ciValues")
  void anUpgradeToAnyOfTheseValuesPatchesTriggersAndNeverMakesThemAnew(Path values) {
    Set<String> before = triggers(DEFAULT);
    Set<String> after = triggers(Checkout.chart(values));

    assertThat(after).isIn(before, Set.of());
  }

  @ParameterizedTest
  @ValueSource(strings = {"orchestration", "process-payment", "order-events", "test-order"})
  void everyObjectSaysWhatItIsPartOf(String name) {
    assertThat(DEFAULT.resources())
        .filteredOn(resource -> resource.name().equals(name))
        .isNotEmpty()
        .allSatisfy(
            resource ->
                assertThat(resource.node().text("metadata", "labels", "app.kubernetes.io/part-of"))
                    .contains("orderflow"));
  }

  @Test
  void theMigrationsComeBeforeTheRestUnlessTheChartBringsTheDatabase() {
    assertThat(hook(DEFAULT)).isEqualTo("pre-install,pre-upgrade");
    assertThat(hook(Checkout.chart(values("03-serving-only"))))
        .isEqualTo("post-install,pre-upgrade");
  }

  @Test
  void aCanarySharesTheRequestsWithTheStableRevision() {
    Resource service =
        Checkout.chart(values("05-canary")).find(Kind.FUNCTION, "ship-order").orElseThrow();

    assertThat(service.node().at("spec", "traffic").orElseThrow().plain())
        .hasToString(
            "[{revisionName=ship-order-00001, percent=90, tag=stable}, {latestRevision=true, percent=10, tag=canary}]");
    assertThat(service.node().text("spec", "template", "spec", "containers", "0", "image"))
        .contains("dev.local/ship-order:1.1.0");
  }

  @Test
  void aFunctionsOwnZeroGoesBeforeTheDefaultsOne() {
    Resource service =
        Checkout.chart(values("06-every-knob")).find(Kind.FUNCTION, "ship-order").orElseThrow();

    assertThat(
            service.node().at("spec", "template", "metadata", "annotations").orElseThrow().plain())
        .hasToString(
            Map.of(
                    "class", "kpa.autoscaling.knative.dev",
                    "initial-scale", "1",
                    "max-scale", "4",
                    "metric", "rps",
                    "min-scale", "0",
                    "scale-down-delay", "60s",
                    "target", "50",
                    "target-burst-capacity", "0",
                    "target-utilization-percentage", "80",
                    "window", "30s")
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey())
                .map(
                    knob ->
                        "autoscaling.knative.dev/%s=%s".formatted(knob.getKey(), knob.getValue()))
                .collect(Collectors.joining(", ", "{", "}")));
  }

  @Test
  void nativeImagesHaveTheirSuffix() {
    assertThat(images(Checkout.chart(values("04-native"))))
        .contains("registry.example.com/shop/ship-order:1.2.0-native")
        .contains("registry.example.com/shop/migrations:1.2.0");
  }

  @Test
  void inAnotherNamespaceNothingNamesTheUsualOne() throws IOException {
    String rendered =
        new Helm(Checkout.CHART)
            .template()
            .withName("orderflow")
            .withNamespace("shop")
            .withValuesFile(values("03-serving-only"))
            .call();

    assertThat(rendered)
        .doesNotContain("orderflow.svc")
        .contains("kafka.shop.svc.cluster.local:9092")
        .containsPattern(
            "ORDERFLOW_ARGO_NAMESPACE\\s+valueFrom:\\s+fieldRef:\\s+fieldPath: metadata.namespace");
  }

  @Test
  void theTestSendsAnOrderThatIsToBeShipped() throws IOException {
    Resource pod = DEFAULT.find(Kind.POD, "test-order").orElseThrow();

    assertThat(pod.node().at("spec", "containers", "0", "args").orElseThrow().plain())
        .asString()
        .contains("send", "--api=http://orchestration.orderflow.svc.cluster.local");
    assertThat(Files.readString(Checkout.CHART.resolve("files/test-order.json")))
        .contains("\"outcome\": \"shipped\"");
  }

  /** A desk for dead letters elsewhere is not looked for. */
  private static boolean isOfAnotherNamespace(Finding finding) {
    return finding.problem().contains("dead-letter-desk");
  }

  private static Path values(String name) {
    return Checkout.CHART.resolve("ci/" + name + "-values.yaml");
  }

  private static Set<String> triggers(Manifests manifests) {
    return manifests.all(Kind.TRIGGER).map(Resource::name).collect(Collectors.toSet());
  }

  private static Set<String> images(Manifests manifests) {
    return manifests.resources().stream()
        .flatMap(resource -> resource.node().all())
        .flatMap(node -> node.text("image").stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String hook(Manifests manifests) {
    return manifests
        .find(Kind.JOB, "migrations")
        .flatMap(job -> job.annotation("orderflow.example.com/hook"))
        .orElse("none");
  }

  /** Objects without what only Helm, or only a kustomization, says of them; hooks left out. */
  private static Map<String, Object> comparable(Manifests manifests) {
    Map<String, Object> objects = new TreeMap<>();
    manifests.resources().stream()
        .filter(resource -> resource.annotation("orderflow.example.com/hook").isEmpty())
        // Helm makes the namespace: helm install --create-namespace
        .filter(resource -> !resource.kind().equals("Namespace"))
        .forEach(resource -> objects.put(resource.toString(), ComparableObject.of(resource)));
    return objects;
  }
}
