package com.example.orderflow.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description =
        "Looks at the machine and at the platform, and says the next step for whatever is wrong.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  orderflow doctor",
      "  orderflow doctor --json",
      "  orderflow doctor --cluster --namespace shop"
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:nothing is BAD; there may be notes",
      "1:at least one finding is BAD, or it could not look",
      "2:wrong usage"
    })
final class DoctorCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private DataOption data;

  @Option(
      names = "--cluster",
      description = "Looks at the cluster of the kubeconfig's current context instead.")
  private boolean cluster;

  @Option(
      names = "--namespace",
      defaultValue = "orderflow",
      description = "With --cluster: where it is deployed (default: ${DEFAULT-VALUE}).")
  private String namespace;

  @Option(names = "--json", description = "Prints the findings as JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Logs.off();
    List<Finding> findings = cluster ? ClusterChecks.of(namespace) : ofThisMachine();
    Findings.print(Console.of(spec), findings, json);
    return Findings.areGood(findings) ? 0 : 1;
  }

  private List<Finding> ofThisMachine() throws IOException {
    List<Finding> findings = new ArrayList<>();
    findings.add(MachineChecks.jdk());
    findings.add(MachineChecks.maven());
    findings.add(MachineChecks.memory());
    findings.add(MachineChecks.disk(data.folder()));
    findings.add(MachineChecks.loopback());
    findings.add(PlatformChecks.programs(DataOption.home()));
    findings.addAll(PlatformChecks.platform(data.folder()));
    return findings;
  }
}
