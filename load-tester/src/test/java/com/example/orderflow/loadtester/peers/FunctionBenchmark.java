package com.example.orderflow.loadtester.peers;

import com.example.orderflow.loadtester.processes.PlatformProbe;
import com.example.orderflow.loadtester.processes.ProcessWatch;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The same events to several servers, in turn, so that whatever else the machine does meets all of
 * them.
 *
 * <pre>
 * A B C D (warm up) │ A B C D │ A B C D │ …      in each: many requests at once, then one at a time
 *                     round 1   round 2
 * </pre>
 *
 * <p>Each line that it prints has WHAT|VALUE|UNIT|GOAL|LOW|HIGH.
 */
final class FunctionBenchmark {
  private static final int AT_ONCE = 16;
  private static final Duration WARM_UP = Duration.ofSeconds(2);
  private static final int MOST_WARM_UPS = 20;
  private static final int RUNS_NO_FASTER = 5;
  private static final double FASTER = 1.05;
  private static final Duration BUSY = Duration.ofMillis(2_500);
  private static final Duration ALONE = Duration.ofMillis(1_000);

  private final List<Buffer> requests;
  private final ClosedLoop client;

  /** A server that listens already. */
  record Server(String name, long pid, URI address) {
    /** Written as NAME=PID@PORT. */
    static Server parse(String text) {
      String[] parts = text.split("[=@]");
      return new Server(
          parts[0], Long.parseLong(parts[1]), URI.create("http://127.0.0.1:" + parts[2]));
    }
  }

  private FunctionBenchmark(List<Buffer> requests, ClosedLoop client) {
    this.requests = requests;
    this.client = client;
  }

  /**
   * @param arguments the folder of the samples, the number of rounds, and the servers: first ours,
   *     then its peers, each as NAME=PID@PORT
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    List<Server> servers = Arrays.stream(arguments).skip(2).map(Server::parse).toList();
    try (ClosedLoop client = new ClosedLoop()) {
      new FunctionBenchmark(SampleRequests.in(Path.of(arguments[0])), client)
          .measure(servers, Integer.parseInt(arguments[1]))
          .print();
    }
  }

  private FunctionFigures measure(List<Server> servers, int rounds) throws InterruptedException {
    for (Server server : servers) {
      warmUp(server);
    }
    Map<Server, List<FunctionFigures.Round>> measured = new LinkedHashMap<>();
    for (int round = 0; round < rounds; round++) {
      for (Server server : servers) {
        measured.computeIfAbsent(server, first -> new ArrayList<>()).add(round(server));
      }
    }
    return new FunctionFigures(measured);
  }

  /** Until it has become no faster for ten seconds: compilers differ in how long they take. */
  private void warmUp(Server server) throws InterruptedException {
    double best = 0;
    int noFaster = 0;
    for (int run = 0; run < MOST_WARM_UPS && noFaster < RUNS_NO_FASTER; run++) {
      ClosedLoop.Result result = client.run(server.address(), requests, AT_ONCE, WARM_UP);
      if (result.answered() == 0 || result.failed() > 0) {
        throw new IllegalStateException(
            "%s: %,d answers, %,d failed; see its log"
                .formatted(server.name(), result.answered(), result.failed()));
      }
      noFaster = result.rate() < FASTER * best ? noFaster + 1 : 0;
      best = Math.max(best, result.rate());
    }
  }

  private FunctionFigures.Round round(Server server) throws InterruptedException {
    ProcessWatch watch = watch(server);
    watch.look(0);
    ClosedLoop.Result busy = client.run(server.address(), requests, AT_ONCE, BUSY);
    watch.look(BUSY.toMillis() / 1e3);
    ClosedLoop.Result alone = client.run(server.address(), requests, 1, ALONE);
    return new FunctionFigures.Round(busy, watch.uses().getFirst().cpuSeconds(), alone);
  }

  private static ProcessWatch watch(Server server) {
    PlatformProbe.Process process = new PlatformProbe.Process(server.name(), server.pid(), -1);
    return new ProcessWatch(() -> Optional.of(new PlatformProbe.Look(List.of(process), Map.of())));
  }
}
