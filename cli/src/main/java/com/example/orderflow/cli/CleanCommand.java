package com.example.orderflow.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
    name = "clean",
    mixinStandardHelpOptions = true,
    description =
        "Removes the data folder, with whatever a killed platform left running. The launcher then removes all that Maven built.",
    footerHeading = "%nExamples:%n",
    footer = {"  orderflow clean", "  orderflow clean --data /var/tmp/orderflow"})
final class CleanCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private DataOption data;

  @Override
  public Integer call() throws Exception {
    Logs.off();
    Console console = Console.of(spec);
    DataRemoval.remove(data.folder().resolve(DemoCommand.FOLDER), console);
    DataRemoval.remove(data.folder(), console);
    return 0;
  }
}
