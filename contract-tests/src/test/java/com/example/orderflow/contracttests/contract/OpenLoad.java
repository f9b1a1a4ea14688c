package com.example.orderflow.contracttests.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.orderflow.loadtester.schedule.Schedule;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/** Sends requests when they are due, however long the answers take. */
final class OpenLoad {

  private OpenLoad() {}

  /**
   * What came back.
   *
   * @param first how long the first request took
   */
  record Answers(Duration first, List<CompletableFuture<Http.Response>> all) {

    void areAll(int status) {
      assertThat(all).allSatisfy(answer -> assertThat(answer.join().status()).isEqualTo(status));
    }
  }

  /** Returns when the last one is sent. */
  static Answers fire(Schedule load, Supplier<CompletableFuture<Http.Response>> request) {
    List<CompletableFuture<Http.Response>> all = new CopyOnWriteArrayList<>();
    CompletableFuture<Duration> first = new CompletableFuture<>();
    // Closing it waits for what is scheduled.
    try (ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor()) {
      long start = System.nanoTime();
      load.times()
          .forEachRemaining(
              (LongConsumer)
                  at ->
                      clock.schedule(
                          () -> {
                            CompletableFuture<Http.Response> answer = request.get();
                            answer.thenRun(
                                () -> first.complete(Duration.ofNanos(System.nanoTime() - start)));
                            all.add(answer);
                          },
                          at - (System.nanoTime() - start),
                          TimeUnit.NANOSECONDS));
    }
    return new Answers(first.join(), List.copyOf(all));
  }
}
