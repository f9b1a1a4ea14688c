package com.example.orderflow.cli;

import com.example.orderflow.loadtester.compare.TwoRuns;
import com.example.orderflow.loadtester.compare.TwoRunsText;
import com.example.orderflow.loadtester.report.ReportJson;
import com.example.orderflow.loadtester.report.RunResult;
import java.io.IOException;
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
    name = "report",
    mixinStandardHelpOptions = true,
    description =
        "Makes the page of a load test, comparison, cold start or plan that was written as JSON; of two load tests, says what changed beyond noise from the first to the second.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  orderflow report steady.json --page steady.html",
      "  orderflow report before.json after.json"
    })
final class ReportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      arity = "1..2",
      converter = InputFile.class,
      paramLabel = "FILE",
      description =
          "As written by: orderflow load --report FILE.json; so write compare, cold-start and plan.")
  private List<Path> files;

  @Option(
      names = "--page",
      converter = OutputFile.class,
      paramLabel = "FILE",
      description = "Writes the page.")
  private Path page;

  @Override
  public Integer call() throws IOException {
    Console console = Console.of(spec);
    if (files.size() == 2) {
      RunResult first = ReportJson.read(files.getFirst());
      RunResult second = ReportJson.read(files.getLast());
      console.out().print(TwoRunsText.of(first, second, TwoRuns.compare(first, second)));
    } else {
      console.out().println(ReportJson.headline(files.getFirst()));
    }
    console.out().flush();
    if (page != null) {
      Files.writeString(page, ReportJson.page(files.getLast()));
    }
    return 0;
  }
}
