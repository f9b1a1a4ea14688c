package com.example.orderflow.cli;

import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The command line behind {@code ./orderflow}. */
@Command(
    name = "orderflow",
    mixinStandardHelpOptions = true,
    version = Version.ORDERFLOW,
    description = "An order pipeline of three functions on Knative, Kafka and PostgreSQL.",
    subcommands = {
      DemoCommand.class,
      UpCommand.class,
      SendCommand.class,
      LoadCommand.class,
      CompareCommand.class,
      DrillCommand.class,
      ReportCommand.class,
      ColdStartCommand.class,
      PlanCommand.class,
      OrdersCommand.class,
      TraceCommand.class,
      BalanceCommand.class,
      CheckCommand.class,
      DeadLettersCommand.class,
      SweepCommand.class,
      DeployCommand.class,
      NewFunctionCommand.class,
      DoctorCommand.class,
      CleanCommand.class,
      TrainCommand.class,
      GenerateCompletion.class,
      HelpCommand.class
    },
    commandListHeading = "%nCommands:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  orderflow demo                    see the sample orders go through every wiring",
      "  orderflow up                      start the platform; Ctrl-C stops it",
      "  orderflow send samples/           send orders to it, or start one for the run",
      "  orderflow send --csv retail.csv   the Online Retail data set",
      "  orderflow load scenarios/smoke.yaml   a load test, with its report",
      "  orderflow drill                   kill one process after the other while orders come in",
      "  orderflow orders --state placed   orders, newest first",
      "  orderflow trace sample-shipped    one order's way",
      "  orderflow check                   what would go wrong with what is deployed",
      "  orderflow deploy --cluster        install it in a cluster, or say why that does not work",
      "  orderflow send samples/ --cluster --wiring chain    the same on a deployed platform",
      "  orderflow images                  build the container images",
      "  orderflow new-function notify-customer --on order.shipped   the next function",
      "  orderflow test                    run all tests",
      "  orderflow test --fuzz             fuzz the order API for two minutes",
      "",
      "Completion in bash: source <(orderflow generate-completion)",
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done; for orders: every one accounted for, none charged twice",
      "1:failed; the last line says why and what to do",
      "2:wrong usage",
      "3:orders are unaccounted for, charged twice, or ended other than expected"
    })
public final class Orderflow implements Runnable {

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Orderflow())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpAutoWidth(true)
        .setParameterExceptionHandler(Failures::wrongUsage)
        .setExecutionExceptionHandler(Failures::print);
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
