package com.example.orderflow.cli;

import com.example.orderflow.events.Wiring;
import com.example.orderflow.loadtester.drill.Drill;
import com.example.orderflow.loadtester.drill.DrillReport;
import com.example.orderflow.loadtester.processes.Killer;
import com.example.orderflow.loadtester.sending.Entrance;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "drill",
    mixinStandardHelpOptions = true,
    description = {
      "Kills the processes of a platform one after the other (SIGKILL) while orders come in, says how long each outage was, and prints the balance sheet of all orders: none may be lost, none charged twice.",
      "Uses the running platform, or starts one for the drill and stops it afterwards. With --cluster it deletes the pods of each Knative Service of the namespace and of the order service, without a grace period.",
      "Takes about a minute; with chain three more, as what only the memory of the order service knew is sent again by its sweeper."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:every order is accounted for, none was charged twice",
      "1:orders did not flow to begin with, or after a kill; the last line says which",
      "2:wrong usage",
      "3:orders are unaccounted for, in flight, charged twice, or ended other than expected"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  orderflow drill",
      "  orderflow drill --kill kafka,postgres",
      "  orderflow drill --wiring argo --report drill.json",
      "  orderflow drill --cluster --wiring chain --kill process-payment"
    })
final class DrillCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private TargetOptions targets;
  @Mixin private Report report;

  @Option(
      names = "--wiring",
      defaultValue = "broker",
      description =
          "What the orders go through: broker, sequence, argo or chain (default: ${DEFAULT-VALUE}).")
  private Wiring wiring;

  @Option(
      names = "--kill",
      split = ",",
      paramLabel = "PROCESS",
      description =
          "Which, in this order (default: every process of the platform, or every part of it in the cluster).")
  private List<String> kill = List.of();

  @Override
  public Integer call() throws Exception {
    Logs.off();
    Console console = Console.of(spec);
    try (Target target = targets.orStart(console);
        HttpClient http = HttpClient.newHttpClient()) {
      Killer killer = target.killer();
      List<String> processes = chosen(target.processes());
      demandWiring(target.wirings(new OrderApi(http, target.api())));
      console.note(
          "Orders of four customers, through %s; killed meanwhile: %s",
          wiring.id(), String.join(", ", processes));
      Drill drill =
          new Drill(
              target.addresses(),
              http,
              new Entrance.Api(Optional.of(wiring)),
              RunIds.next(),
              killer);
      DrillReport result =
          drill.run(
              processes,
              (process, outage) -> {
                console.note(
                    "  %-20s killed; shipped again after %.1f s", process, outage.toMillis() / 1e3);
                if (process.equals(processes.getLast())) {
                  console.note("Waiting until every order has ended");
                }
              });
      return report.print(result, console);
    }
  }

  private void demandWiring(List<Wiring> deployed) {
    if (!deployed.contains(wiring)) {
      throw new ParameterException(
          spec.commandLine(),
          "--wiring: nothing there runs orders through %s; there is: %s"
              .formatted(
                  wiring.id(),
                  deployed.stream().map(Wiring::id).collect(Collectors.joining(", "))));
    }
  }

  private List<String> chosen(List<String> known) {
    for (String name : kill) {
      if (!known.contains(name)) {
        throw new ParameterException(
            spec.commandLine(),
            "--kill: \"%s\" is no process of the platform; they are: %s"
                .formatted(name, String.join(", ", known)));
      }
    }
    return kill.isEmpty() ? known : kill;
  }
}
