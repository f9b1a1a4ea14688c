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
    footer = {"  orderflow doctor", "  orderflow doctor --json"})
final class DoctorCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private DataOption data;

  @Option(names = "--json", description = "Prints the findings as JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    Logs.off();
    List<Finding> findings = new ArrayList<>();
    findings.add(MachineChecks.jdk());
    findings.add(MachineChecks.maven());
    findings.add(MachineChecks.memory());
    findings.add(MachineChecks.disk(data.folder()));
    findings.add(MachineChecks.loopback());
    findings.add(PlatformChecks.programs(DataOption.home()));
    findings.addAll(PlatformChecks.platform(data.folder()));
    Findings.print(Console.of(spec), findings, json);
    return Findings.areGood(findings) ? 0 : 1;
  }
}
