package com.example.orderflow.cli;

import com.example.orderflow.events.EventType;
import com.example.orderflow.events.Wiring;
import com.example.orderflow.loadtester.processes.PlatformProbe;
import com.example.orderflow.loadtester.sending.Entrance;
import com.example.orderflow.localplatform.process.ProportionalSetSize;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The same orders through the plain program and through the wirings, in turn, so that whatever else
 * the machine does meets all of them.
 *
 * <pre>
 * samples through the plain program ─► they end as they should
 * A B C D E (warm up) │ A B C D E │ A B C D E │ …      in each: orders at a steady rate, then many at once
 *                       round 1     round 2
 * </pre>
 *
 * <p>Each line that it prints has WHAT|VALUE|UNIT|GOAL|LOW|HIGH.
 */
final class BaselineBenchmark {
  private static final String PLAIN = "plain program";

  /** What the plain program needs of the platform. */
  private static final Set<String> SHARED = Set.of("postgres", "sandbox");

  private static final List<Wiring> WIRINGS =
      List.of(Wiring.CHAIN, Wiring.SEQUENCE, Wiring.BROKER, Wiring.ARGO);

  private BaselineBenchmark() {}

  /**
   * Whoever ends orders.
   *
   * @param probe sees the processes that it takes
   */
  record Contender(String name, Entrance entrance, PlatformProbe probe) {}

  /**
   * @param arguments the platform's data folder, the folder of the samples, the plain program as
   *     PID@PORT, rounds that count, rounds that warm up, orders a second, seconds, orders at once
   */
  public static void main(String[] arguments) throws Exception {
    Logs.off();
    try (Target platform = new LocalTarget(PlatformSession.running(Path.of(arguments[0])))) {
      String[] program = arguments[2].split("@");
      URI orders = URI.create("http://127.0.0.1:%s/orders".formatted(program[1]));
      SampleEndings.check(Path.of(arguments[1]), orders);
      ContenderRuns runs =
          new ContenderRuns(
              platform.addresses(),
              Double.parseDouble(arguments[5]),
              Integer.parseInt(arguments[6]),
              Integer.parseInt(arguments[7]));
      int warmUps = Integer.parseInt(arguments[4]);
      measure(
              contenders(platform.probe(), orders, Long.parseLong(program[0])),
              runs,
              warmUps,
              warmUps + Integer.parseInt(arguments[3]))
          .print();
    }
  }

  private static BaselineFigures measure(
      List<Contender> contenders, ContenderRuns runs, int warmUps, int rounds) throws Exception {
    Map<String, List<ContenderRuns.Round>> measured = new LinkedHashMap<>();
    for (int number = 0; number < rounds; number++) {
      List<ContenderRuns.Round> round = new ArrayList<>();
      for (Contender contender : contenders) {
        round.add(runs.round(contender));
        System.err.printf("round %d of %d, %s%n", number + 1, rounds, contender.name());
      }
      ContenderRuns.demandSameEffects(round);
      if (number >= warmUps) {
        round.forEach(
            one -> measured.computeIfAbsent(one.name(), first -> new ArrayList<>()).add(one));
      }
    }
    return new BaselineFigures(measured);
  }

  private static List<Contender> contenders(PlatformProbe platform, URI orders, long pid) {
    // A program that answers with the end of its order is to the load tester what a function is.
    Entrance entrance = new Entrance.Function(EventType.Source.VALIDATE_ORDER, Optional.of(orders));
    Contender plain =
        new Contender(PLAIN, entrance, () -> platform.look().map(look -> of(look, pid)));
    return Stream.concat(
            Stream.of(plain),
            WIRINGS.stream()
                .map(
                    wiring ->
                        new Contender(
                            wiring.id(), new Entrance.Api(Optional.of(wiring)), platform)))
        .toList();
  }

  private static PlatformProbe.Look of(PlatformProbe.Look platform, long pid) {
    long memory = ProportionalSetSize.ofTree(pid).orElse(-1);
    return new PlatformProbe.Look(
        Stream.concat(
                platform.processes().stream().filter(process -> SHARED.contains(process.name())),
                Stream.of(new PlatformProbe.Process(PLAIN, pid, memory)))
            .toList(),
        Map.of());
  }
}
