package com.example.orderflow.contracttests;

import static org.awaitility.Awaitility.await;

import com.example.orderflow.events.Wiring;
import com.example.orderflow.loadtester.LoadRun;
import com.example.orderflow.loadtester.WiringRuns;
import com.example.orderflow.loadtester.balance.BalanceSheet;
import com.example.orderflow.loadtester.balance.Comparison;
import com.example.orderflow.loadtester.reading.OrderFile;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.ToLongFunction;

/**
 * Orders on their way while the test does something else.
 *
 * @param <T> what the end is: a balance sheet, or one for each wiring
 */
final class RunningLoad<T> implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final List<LoadRun> runs;
  private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
  private final Future<T> result;

  private RunningLoad(List<LoadRun> runs, Callable<T> load) {
    this.runs = runs;
    this.result = background.submit(load);
  }

  static RunningLoad<BalanceSheet> of(Client client, OrderFile orders) {
    LoadRun run = client.newRun();
    return new RunningLoad<>(List.of(run), () -> run.run(orders));
  }

  /** So slowly that there is time to kill processes while orders are posted. */
  static RunningLoad<Comparison> throughEveryWiring(Client client, OrderFile orders) {
    List<LoadRun> runs = new CopyOnWriteArrayList<>();
    WiringRuns wirings =
        new WiringRuns(
            wiring -> {
              LoadRun run = client.newRun(client.through(wiring).withInFlight(1));
              runs.add(run);
              return run;
            });
    return new RunningLoad<>(runs, () -> wirings.run(orders, Arrays.asList(Wiring.values())));
  }

  /** Returns when so many orders have come to their end, and others have not. */
  void awaitAtRest(long orders) {
    awaitMoreThan(orders - 1, LoadRun::atRest);
  }

  /** Returns when so many more orders were taken, and others were not. */
  void awaitSent(long more) {
    awaitMoreThan(sum(LoadRun::sent) + more - 1, LoadRun::sent);
  }

  boolean isOver() {
    return result.isDone();
  }

  /** Waits for the end of the run. */
  T result() throws Exception {
    return result.get();
  }

  @Override
  public void close() {
    background.shutdownNow();
  }

  private void awaitMoreThan(long orders, ToLongFunction<LoadRun> count) {
    await()
        .atMost(LIMIT)
        .pollInterval(Duration.ofMillis(10))
        .failFast("the run is over already", result::isDone)
        .until(() -> sum(count) > orders);
  }

  private long sum(ToLongFunction<LoadRun> count) {
    return runs.stream().mapToLong(count).sum();
  }
}
