package com.example.orderflow.cli;

import com.example.orderflow.wiringcheck.Finding;
import com.example.orderflow.wiringcheck.WiringCheck;
import com.example.orderflow.wiringcheck.manifest.ManifestSource;
import com.example.orderflow.wiringcheck.manifest.Manifests;
import com.example.orderflow.wiringcheck.report.JsonReport;
import com.example.orderflow.wiringcheck.report.SarifReport;
import com.example.orderflow.wiringcheck.values.ValuesCheck;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = {
      "Reads what would be deployed and says what would go wrong: events that nobody takes, Triggers that lose them, loops, names and ports that the programs do not have, pods that are refused.",
      "PATH is a folder with a kustomization, a chart, any folder or file with manifests, or - for what another tool rendered. Several are one deployment. Needs no cluster."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:nothing is wrong; there may be warnings",
      "1:the manifests could not be read; the last line says why",
      "2:wrong usage",
      "3:at least one error, or with --strict one warning"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  orderflow check                                      what infra/knative and infra/argo deploy",
      "  orderflow check infra/helm/orderflow --values mine.yaml",
      "  orderflow check my/overlay --database-connections 300",
      "  helm template my/chart | orderflow check -",
      "  orderflow check --sarif check.sarif                  for the code host",
    })
final class CheckCommand implements Callable<Integer> {
  private static final int FOUND = 3;
  private static final Path STANDARD_INPUT = Path.of("-");

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..*",
      paramLabel = "PATH",
      description = "What is deployed (default: infra/knative/overlays/kafka and infra/argo).")
  private List<Path> paths = List.of();

  @Option(
      names = "--values",
      converter = InputFile.class,
      paramLabel = "FILE",
      description = "Values of a chart; the last one wins. Each is checked by itself first.")
  private List<Path> values = List.of();

  @Option(
      names = "--database-connections",
      converter = NumberInRange.Count.class,
      paramLabel = "N",
      defaultValue = "100",
      description = "What PostgreSQL gives: its max_connections (default: ${DEFAULT-VALUE}).")
  private int connections;

  @Option(names = "--strict", description = "Warnings fail, too.")
  private boolean strict;

  @Option(names = "--json", description = "Prints the findings as JSON.")
  private boolean json;

  @Option(
      names = "--sarif",
      converter = OutputFile.class,
      paramLabel = "FILE",
      description = "Writes the findings to FILE, as SARIF 2.1.0.")
  private Path sarif;

  @Override
  public Integer call() throws IOException {
    WiringCheck check = new WiringCheck(connections);
    List<Finding> findings = findings(check);
    if (sarif != null) {
      Files.writeString(sarif, SarifReport.of(findings, check.rules()));
    }
    Console console = Console.of(spec);
    if (json) {
      console.out().println(JsonReport.of(findings));
      console.out().flush();
    } else {
      findings.forEach(finding -> print(console, finding));
      summary(console, findings, check);
    }
    return findings.stream().anyMatch(this::fails) ? FOUND : 0;
  }

  /** Wrong values first: Helm would not render them. */
  private List<Finding> findings(WiringCheck check) throws IOException {
    for (Path chart : sources()) {
      if (Files.isRegularFile(chart.resolve("values.schema.json"))) {
        ValuesCheck valuesCheck = new ValuesCheck(chart);
        List<Finding> wrong =
            values.stream().flatMap(file -> valuesCheck.check(file).stream()).toList();
        if (!wrong.isEmpty()) {
          return wrong;
        }
      }
    }
    Manifests manifests = new Manifests(List.of());
    for (Path source : sources()) {
      manifests = manifests.and(read(source));
    }
    return check.check(manifests);
  }

  private List<Path> sources() {
    Path here = Path.of("").toAbsolutePath();
    Path home = DataOption.home();
    Path infra = (home.startsWith(here) ? here.relativize(home) : home).resolve("infra");
    return paths.isEmpty()
        ? List.of(infra.resolve("knative/overlays/kafka"), infra.resolve("argo"))
        : paths;
  }

  private Manifests read(Path source) throws IOException {
    return source.equals(STANDARD_INPUT)
        ? ManifestSource.read(
            "(standard input)", new String(System.in.readAllBytes(), StandardCharsets.UTF_8))
        : ManifestSource.read(source, values);
  }

  private boolean fails(Finding finding) {
    return strict || finding.level() == Finding.Level.ERROR;
  }

  private static void print(Console console, Finding finding) {
    String mark =
        switch (finding.level()) {
          case ERROR -> "@|red error|@";
          case WARNING -> "@|yellow warning|@";
        };
    // What was read may hold picocli's own marks
    console.say("%s: " + mark + ":", finding.place());
    console
        .out()
        .printf("  %s [%s]%n  mend: %s%n", finding.problem(), finding.rule(), finding.mend());
  }

  private static void summary(Console console, List<Finding> findings, WiringCheck check) {
    long errors =
        findings.stream().filter(finding -> finding.level() == Finding.Level.ERROR).count();
    console.say(
        "%d rules: %d errors, %d warnings", check.rules().size(), errors, findings.size() - errors);
  }
}
