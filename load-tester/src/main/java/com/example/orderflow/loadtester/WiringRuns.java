package com.example.orderflow.loadtester;

import com.example.orderflow.events.Wiring;
import com.example.orderflow.loadtester.balance.BalanceSheet;
import com.example.orderflow.loadtester.balance.Comparison;
import com.example.orderflow.loadtester.reading.OrderFile;
import com.example.orderflow.loadtester.reading.RenamedFile;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * The same file through several wirings at once.
 *
 * <pre>
 *        ┌─ ids …-broker ───► run ─► balance ─┐
 * file ──┼─ ids …-sequence ─► run ─► balance ─┼─► comparison
 *        └─ …                                 ┘
 * </pre>
 */
public final class WiringRuns {
  private final Function<Wiring, LoadRun> runs;

  /**
   * @param runs makes the run of a wiring, which sends its orders there
   */
  public WiringRuns(Function<Wiring, LoadRun> runs) {
    this.runs = runs;
  }

  /** The id that an order of the file has in this wiring. */
  public static String orderId(String orderId, Wiring wiring) {
    return orderId + suffix(wiring);
  }

  /** The file as it is sent through this wiring. */
  public static OrderFile renamed(OrderFile file, Wiring wiring) {
    return new RenamedFile(file, suffix(wiring));
  }

  public Comparison run(OrderFile file, Collection<Wiring> wirings)
      throws InterruptedException, ExecutionException {
    Map<Wiring, Future<BalanceSheet>> sheets = new EnumMap<>(Wiring.class);
    Map<Wiring, BalanceSheet> closed = new EnumMap<>(Wiring.class);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Wiring wiring : wirings) {
        LoadRun run = runs.apply(wiring);
        sheets.put(wiring, threads.submit(() -> run.run(renamed(file, wiring))));
      }
      try {
        for (Wiring wiring : sheets.keySet()) {
          closed.put(wiring, sheets.get(wiring).get());
        }
      } finally {
        threads.shutdownNow();
      }
    }
    return new Comparison(closed);
  }

  private static String suffix(Wiring wiring) {
    return "-" + wiring.id();
  }
}
