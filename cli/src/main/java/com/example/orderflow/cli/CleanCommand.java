package com.example.orderflow.cli;

import com.example.orderflow.localplatform.DataFolder;
import com.example.orderflow.localplatform.LocalPlatform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
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
  public Integer call() throws IOException {
    Path folder = data.folder();
    if (!Files.exists(folder)) {
      return 0;
    }
    if (!Files.exists(folder.resolve("lock"))) {
      throw new IllegalArgumentException(
          "%s is no data folder of Orderflow (it has no file \"lock\"); remove it by hand"
              .formatted(folder));
    }
    try (DataFolder claimed = DataFolder.claim(folder)) {
      List<String> ended = LocalPlatform.endLeftovers(claimed);
      ended.forEach(name -> Console.of(spec).note("ended %s, which a killed platform had left", name));
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
    Console.of(spec).note("removed %s", folder);
    return 0;
  }
}
