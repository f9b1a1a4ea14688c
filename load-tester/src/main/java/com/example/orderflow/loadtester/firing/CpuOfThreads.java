package com.example.orderflow.loadtester.firing;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Processor time of some threads: what the tester takes from what it tests, also where both share a
 * process. Collecting garbage and compiling are not in it.
 */
public final class CpuOfThreads {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final Map<Long, Long> before = new ConcurrentHashMap<>();
  private final Map<Long, Long> latest = new ConcurrentHashMap<>();

  /** To be called now and then, while the threads live. */
  public void look(Iterable<Thread> threads) {
    for (Thread thread : threads) {
      long nanos = THREADS.getThreadCpuTime(thread.threadId());
      if (nanos >= 0) {
        before.putIfAbsent(thread.threadId(), nanos);
        latest.put(thread.threadId(), nanos);
      }
    }
  }

  /** Since each thread was looked at for the first time. */
  public Duration used() {
    return Duration.ofNanos(
        latest.entrySet().stream()
            .mapToLong(thread -> thread.getValue() - before.get(thread.getKey()))
            .sum());
  }
}
