package com.example.orderflow.loadtester.report;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A load test beside its balance sheet. The components are the field {@code load} of the report as
 * JSON, in this order.
 *
 * @param seconds from time 0 of the schedule until all was at rest
 * @param interrupted somebody pressed Ctrl-C
 * @param answers from when a request was due to its answer
 * @param orders from when an order was due to the event that ended it, as Kafka recorded it;
 *     nothing when the target is a function
 * @param lateness from when a request was due to its start: what the tester itself is late
 * @param broken bounds of the scenario that the run did not keep, in words
 */
public record LoadReport(
    String scenario,
    String description,
    String target,
    Instant startedAt,
    double seconds,
    boolean interrupted,
    Machine machine,
    Requests requests,
    Percentiles answers,
    Percentiles orders,
    Percentiles lateness,
    Tester tester,
    Traffic traffic,
    List<Second> series,
    List<ProcessUse> processes,
    List<ProcessSample> samples,
    List<Start> starts,
    List<String> broken) {

  /** What a bound is about: from due to an order's end, or to the answer where none is followed. */
  public static Percentiles latency(Percentiles orders, Percentiles answers) {
    return orders.count() > 0 ? orders : answers;
  }

  /**
   * What the run ran on.
   *
   * @param loadBefore processes that wanted to run before it began; -1 where nobody tells
   */
  public record Machine(
      String system,
      int processors,
      long memoryMb,
      String java,
      double loadBefore,
      String version) {}

  /**
   * Numbers of requests.
   *
   * @param planned by the scenario
   * @param missed due, but not started: as many as allowed waited for their answers
   * @param failed answered wrongly, or not at all
   * @param errors why, and how often
   * @param replies types of the events that were answered with
   */
  public record Requests(
      long planned,
      long started,
      long missed,
      long answered,
      long failed,
      Map<String, Long> errors,
      Map<String, Long> replies) {}

  /**
   * What the tester itself used.
   *
   * @param cpuSeconds of the threads that fire, receive and follow
   * @param cpuShare of one processor, over the run
   */
  public record Tester(double cpuSeconds, double cpuShare) {}

  /**
   * What went over the wire.
   *
   * @param loopbackBytes of everybody on this machine; 0 where the system does not tell
   * @param events of the run's orders in the topics, repeats included
   */
  public record Traffic(long loopbackBytes, long events) {}

  /**
   * A stretch of the run.
   *
   * @param second its end, after the start; rates are those of a full stretch
   * @param due requests a second; so are the next four
   * @param p50 of the answers in it, in milliseconds; so are the next two
   * @param ended orders that ended in it, a second
   * @param orderP50 of the orders that ended in it, in milliseconds; so is the next
   */
  public record Second(
      double second,
      double due,
      double answered,
      double failed,
      double missed,
      int inFlight,
      double p50,
      double p99,
      double max,
      double ended,
      double orderP50,
      double orderP99) {}

  /** A process of the platform; functions with several instances are added up. */
  public record ProcessUse(String name, double cpuSeconds, double peakMemoryMb, int instances) {
    public ProcessUse plus(ProcessUse other) {
      return new ProcessUse(
          name,
          cpuSeconds + other.cpuSeconds,
          peakMemoryMb + other.peakMemoryMb,
          instances + other.instances);
    }
  }

  /**
   * The processes at a moment.
   *
   * @param cpu processors in use since the moment before
   */
  public record ProcessSample(
      double second, Map<String, Double> cpu, Map<String, Double> memoryMb) {}

  /** A function's process was started. */
  public record Start(String name, double second) {}
}
