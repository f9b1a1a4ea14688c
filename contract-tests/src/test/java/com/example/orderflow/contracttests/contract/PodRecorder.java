package com.example.orderflow.contracttests.contract;

import com.example.orderflow.loadtester.plan.PodSeries;
import com.example.orderflow.loadtester.plan.PodSeries.Sample;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/** Looks how many pods there shall be, again and again. */
final class PodRecorder implements AutoCloseable {
  private static final long EVERY_MILLIS = 250;

  private final long start = System.nanoTime();
  private final List<Sample> samples = new CopyOnWriteArrayList<>();
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

  PodRecorder(IntSupplier pods) {
    clock.scheduleWithFixedDelay(
        () -> samples.add(new Sample((System.nanoTime() - start) / 1e9, pods.getAsInt())),
        0,
        EVERY_MILLIS,
        TimeUnit.MILLISECONDS);
  }

  PodSeries series() {
    return new PodSeries(samples);
  }

  @Override
  public void close() {
    clock.close();
  }
}
