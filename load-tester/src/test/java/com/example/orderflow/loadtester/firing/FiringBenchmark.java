package com.example.orderflow.loadtester.firing;

import com.example.orderflow.events.EventType;
import com.example.orderflow.loadtester.scenario.OrderMix;
import com.example.orderflow.loadtester.schedule.Constant;
import com.example.orderflow.loadtester.schedule.Schedule;
import com.example.orderflow.loadtester.sending.Entrance;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.HdrHistogram.Histogram;

/**
 * How many requests a second the tester fires against an echo, and what it uses for that. The echo
 * runs on a thread of its own, so that the tester has one processor of two.
 *
 * <p>Each line that it prints has WHAT|VALUE|UNIT|GOAL.
 */
final class FiringBenchmark {
  private static final int[] RATES = {5_000, 10_000, 20_000, 30_000, 40_000};

  /** A second, that one processor has to be enough for. */
  private static final int GOAL = 20_000;

  private static final Duration LENGTH = Duration.ofSeconds(10);
  private static final Duration WARM_UP = Duration.ofSeconds(3);
  private static final int IN_FLIGHT = 256;

  private FiringBenchmark() {}

  public static void main(String[] arguments) throws InterruptedException {
    fire(RATES[0], false);
    for (int rate : RATES) {
      fire(rate, true);
    }
  }

  private static void fire(int rate, boolean print) throws InterruptedException {
    CpuOfThreads cpu = new CpuOfThreads();
    try (Target echo = new Target();
        Firing firing =
            new Firing(
                new Firing.Settings(
                    new Schedule(List.of(new Constant(rate, LENGTH))),
                    new Entrance.Function("validate-order", Optional.of(URI.create("http://echo"))),
                    IN_FLIGHT,
                    Duration.ofSeconds(5),
                    WARM_UP),
                echo::address,
                new Shots(OrderMix.DEFAULT, EventType.ORDER_CREATED, "echo"),
                new Nobody())) {
      Thread.sleep(WARM_UP);
      long begin = System.nanoTime();
      Meters.Counts before = firing.meters().counts();
      cpu.look(firing.threads());
      Thread.sleep(LENGTH.minus(WARM_UP).minusMillis(500));
      cpu.look(firing.threads());
      Meters.Counts after = firing.meters().counts();
      double seconds = (System.nanoTime() - begin) / 1e9;
      firing.await();
      if (print) {
        String wanted = "%,d/s wanted".formatted(rate);
        print(wanted + ", answered", (after.answered() - before.answered()) / seconds, "/s", "");
        print(wanted + ", missed", after.missed() - before.missed(), "", "");
        print(wanted + ", failed", after.failed() - before.failed(), "", "");
        print(wanted + ", late, p99", millis(firing.meters().lateness()), "ms", "");
        print(wanted + ", answer, p99", millis(firing.meters().latency()), "ms", "");
        print(
            wanted + ", processors of the tester's threads",
            cpu.used().toMillis() / 1_000.0 / seconds,
            "",
            rate == GOAL ? "<= 1" : "");
      }
    }
  }

  private static double millis(Histogram micros) {
    return micros.getValueAtPercentile(99) / 1_000.0;
  }

  private static void print(String what, double value, String unit, String goal) {
    System.out.printf(Locale.ROOT, "%s|%.2f|%s|%s%n", what, value, unit, goal);
  }

  private static final class Nobody implements FiringListener {
    @Override
    public void posting(Shot shot, Instant due) {}

    @Override
    public void settled(Shot shot, Optional<String> error) {}
  }
}
