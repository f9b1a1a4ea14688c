package com.example.orderflow.cli;

import com.example.orderflow.cli.scaffold.Changes;
import com.example.orderflow.cli.scaffold.NewFunction;
import com.example.orderflow.cli.scaffold.Scaffold;
import com.example.orderflow.events.EventType;
import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

@Command(
    name = "new-function",
    mixinStandardHelpOptions = true,
    description = {
      "Adds a function to this checkout: module with program and test, Knative Service and Trigger, the same in the chart.",
      "It gets each event of one type, by its own Trigger, and answers none. The next ./orderflow up builds and runs it."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  orderflow new-function notify-customer --on order.shipped",
      "  orderflow new-function report-fraud --on com.example.payment.failed --dry-run",
    })
final class NewFunctionCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "NAME",
      description = "Of its Service: two words or more, as in notify-customer.")
  private String name;

  @Option(
      names = "--on",
      required = true,
      converter = KnownType.class,
      completionCandidates = TypeNames.class,
      paramLabel = "TYPE",
      description =
          "The type of its events: ${COMPLETION-CANDIDATES}; the first words may be left out.")
  private EventType trigger;

  @Option(names = "--dry-run", description = "Only says which files would be written.")
  private boolean dryRun;

  @Override
  public Integer call() throws IOException {
    Changes changes = Scaffold.of(function(), DataOption.home());
    Console console = Console.of(spec);
    changes
        .paths()
        .forEach((path, isNew) -> console.say("%s  %s", isNew ? "new    " : "changed", path));
    if (dryRun) {
      console.say("Nothing was written.");
      return 0;
    }
    changes.write();
    console.say(
        """
        %1$s gets every %2$s of the Broker.
        Next:
          its test                            ./orderflow test -pl functions/%1$s -am
          see it run, beside the others       ./orderflow up
          whether the wiring is whole         ./orderflow check
          an answer, a database, and so on    docs/fork.md""",
        name, trigger.type());
    return 0;
  }

  private NewFunction function() {
    try {
      return new NewFunction(name, trigger);
    } catch (IllegalArgumentException wrong) {
      throw new ParameterException(spec.commandLine(), wrong.getMessage(), wrong);
    }
  }

  /** For the help and the completion. */
  static final class TypeNames implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Arrays.stream(EventType.values()).map(EventType::type).iterator();
    }
  }

  /** A type by its whole name, or by what it ends with. */
  static final class KnownType implements ITypeConverter<EventType> {
    @Override
    public EventType convert(String value) {
      List<EventType> types =
          Arrays.stream(EventType.values())
              .filter(type -> ("." + type.type()).endsWith("." + value))
              .toList();
      if (types.size() != 1) {
        throw new TypeConversionException(
            "\"%s\" is no type of event; they are: %s"
                .formatted(value, String.join(", ", new TypeNames())));
      }
      return types.getFirst();
    }
  }
}
