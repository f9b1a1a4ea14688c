package com.example.orderflow.cli;

import com.example.orderflow.cli.cluster.Deployment;
import com.example.orderflow.cli.cluster.Release;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "deploy",
    mixinStandardHelpOptions = true,
    description = {
      "Installs the chart infra/helm/orderflow, or upgrades what is there, and waits until everything is ready. Again with the same values it changes nothing.",
      "What is not ready is named with the reason and the next step. What runs already goes on running when an upgrade fails. Needs no helm binary."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:everything is ready",
      "1:refused, or not ready; each finding says why",
      "2:wrong usage"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  orderflow deploy --cluster",
      "  orderflow deploy --cluster --values mine.yaml --set images.tag=1.1.0",
      "  orderflow deploy --cluster --namespace shop --values infra/helm/orderflow/ci/14-one-small-node-values.yaml"
    })
final class DeployCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--cluster",
      required = true,
      description = "To the cluster of the kubeconfig's current context.")
  private boolean cluster;

  @Option(
      names = "--namespace",
      defaultValue = "orderflow",
      description = "Where; made when it is not there (default: ${DEFAULT-VALUE}).")
  private String namespace;

  @Option(
      names = "--values",
      converter = InputFile.class,
      paramLabel = "FILE",
      description = "Values of the chart; the last file wins.")
  private List<Path> values = List.of();

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "A single value, which wins over files, such as images.tag=1.1.0.")
  private Map<String, String> set = new LinkedHashMap<>();

  @Option(
      names = "--timeout",
      converter = NumberInRange.Count.class,
      paramLabel = "SECONDS",
      defaultValue = "300",
      description =
          "Gives up after so long; earlier when it is clear that waiting does not help (default: ${DEFAULT-VALUE}).")
  private int timeout;

  @Override
  public Integer call() throws Exception {
    Logs.off();
    Console console = Console.of(spec);
    Release release =
        new Release(
            "orderflow", namespace, DataOption.home().resolve("infra/helm/orderflow"), values, set);
    try (KubernetesClient client = Cluster.open()) {
      console.note("Deploying to namespace %s of %s …", namespace, client.getMasterUrl());
      List<Finding> findings =
          new Deployment(client, release, console).run(Duration.ofSeconds(timeout));
      if (findings.isEmpty()) {
        console.say("next: ./orderflow demo --cluster --namespace %s", namespace);
        return 0;
      }
      Findings.print(console, findings, false);
      return 1;
    }
  }
}
