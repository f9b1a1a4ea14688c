package com.example.orderflow.contracttests;

import static org.awaitility.Awaitility.await;

import com.example.orderflow.loadtester.LoadRun;
import com.example.orderflow.loadtester.balance.BalanceSheet;
import com.example.orderflow.loadtester.reading.OrderFile;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Orders on their way while the test does something else. */
final class RunningLoad implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final LoadRun run;
  private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
  private final Future<BalanceSheet> sheet;

  private RunningLoad(LoadRun run, OrderFile orders) {
    this.run = run;
    this.sheet = background.submit(() -> run.run(orders));
  }

  static RunningLoad of(Client client, OrderFile orders) {
    return new RunningLoad(client.newRun(1), orders);
  }

  /** Returns when so many orders have come to their end, and others have not. */
  void awaitAtRest(int orders) {
    await()
        .atMost(LIMIT)
        .pollInterval(Duration.ofMillis(10))
        .failFast("the run is over already", sheet::isDone)
        .until(() -> run.atRest() >= orders);
  }

  /** Waits for the end of the run. */
  BalanceSheet sheet() throws Exception {
    return sheet.get();
  }

  @Override
  public void close() {
    background.shutdownNow();
  }
}
