package com.example.orderflow.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
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
    Console console = Console.of(spec);
    if (json) {
      console
          .out()
          .println(
              new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(findings));
      console.out().flush();
    } else {
      findings.forEach(finding -> print(console, finding));
    }
    return findings.stream().anyMatch(finding -> finding.level() == Finding.Level.BAD) ? 1 : 0;
  }

  private static void print(Console console, Finding finding) {
    String mark =
        switch (finding.level()) {
          case GOOD -> "@|green ok  |@";
          case NOTE -> "@|yellow note|@";
          case BAD -> "@|red BAD |@";
        };
    console.say("%s  %-10s %s", mark, finding.about(), finding.found());
    if (!finding.next().isEmpty()) {
      console.say("                  next: %s", finding.next());
    }
  }
}
