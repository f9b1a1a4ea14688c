package com.example.orderflow.orchestration.benchmark;

import com.example.orderflow.orchestration.benchmark.Customers.Placed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Prints how many orders a second are accepted, how many events a second reach the timeline, and
 * whether an order costs more when many are stored.
 *
 * <pre>
 * Customers ──► POST /orders ──► orders, outbox ──► topic `orders`
 * Pipeline  ──► topic `order-events` ──► timeline
 * </pre>
 *
 * <p>All figures are of one run, and what is compared takes turns: whatever else the machine does
 * slows down both. Customers, pipeline, services and databases share the processors.
 */
final class OrdersBenchmark {
  private static final int FEW = 1_000;

  /** Short rounds, so that few stored orders stay few. */
  private static final int ORDERS_OF_A_ROUND = 1_000;

  /**
   * Until both services are compiled, and the first touch of a page since its checkpoint is rare.
   */
  private static final int WARM_UP_ROUNDS = 10;

  private static final int ROUNDS = 15;

  private static final int RATE_ROUNDS = 6;
  private static final int ORDERS_OF_A_RATE_ROUND = 10_000;

  private final Customers customers = new Customers();
  private final LoadedService few;
  private final LoadedService many;

  private OrdersBenchmark(LoadedService few, LoadedService many) {
    this.few = few;
    this.many = many;
  }

  /** The first argument says how many orders many are. */
  public static void main(String[] arguments) throws Exception {
    int many = Integer.parseInt(arguments[0]);
    OrdersBenchmark benchmark =
        new OrdersBenchmark(LoadedService.with(FEW), LoadedService.with(many));
    benchmark.compareCosts();
    benchmark.measureRates();
    benchmark.measureReads();
    System.exit(0); // stops the services
  }

  private void compareCosts() throws Exception {
    for (int round = 0; round < WARM_UP_ROUNDS; round++) {
      progress("warm-up", round, WARM_UP_ROUNDS);
      cost(few);
      cost(many);
    }
    double atFew = 0;
    double atMany = 0;
    for (int round = 0; round < ROUNDS; round++) {
      progress("cost per order", round, ROUNDS);
      atFew += cost(few);
      atMany += cost(many);
    }
    int orders = ROUNDS * ORDERS_OF_A_ROUND;
    Figure.of("cost per order, few stored", 1_000 * atFew / orders, "ms").print();
    Figure.of("cost per order, many stored", 1_000 * atMany / orders, "ms").print();
    Figure.of("cost per order, many over few", atMany / atFew, "").withGoal("<= 1.1").print();
  }

  /** Seconds from the first order until all are relayed and all of their events in the timeline. */
  private double cost(LoadedService service) throws Exception {
    long start = System.nanoTime();
    Placed placed = customers.place(service.port(), ORDERS_OF_A_ROUND);
    service.awaitEmptyOutbox();
    project(service, placed);
    return secondsSince(start);
  }

  private void measureRates() throws Exception {
    List<Double> commits = new ArrayList<>();
    commits.add(few.commits().perSecond());
    double accepting = 0;
    double projecting = 0;
    List<Placed> rounds = new ArrayList<>();
    for (int round = 0; round < RATE_ROUNDS; round++) {
      progress("rates", round, RATE_ROUNDS);
      Placed placed = customers.place(few.port(), ORDERS_OF_A_RATE_ROUND);
      accepting += placed.seconds();
      rounds.add(placed);
      few.awaitEmptyOutbox();
      commits.add(few.commits().perSecond());
      projecting += project(few, placed);
    }
    int orders = RATE_ROUNDS * ORDERS_OF_A_RATE_ROUND;
    double limit = commits.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    double[] answers = rounds.stream().flatMapToDouble(r -> Arrays.stream(r.millis())).toArray();
    Arrays.sort(answers);
    Figure.of("durable single-row commits, the database alone", limit, "/s").print();
    Figure.of("orders accepted", orders / accepting, "/s").print();
    Figure.of("orders accepted per commit", orders / accepting / limit, "")
        .withGoal(">= 0.5")
        .print();
    Figure.of("answer to POST /orders, p50", answers[answers.length / 2], "ms").print();
    Figure.of("answer to POST /orders, p99", answers[answers.length * 99 / 100], "ms").print();
    Figure.of("events into the timeline", orders * Pipeline.EVENTS / projecting, "/s").print();
  }

  /** Seconds until all events of these orders are in the timeline. */
  private static double project(LoadedService service, Placed placed) throws Exception {
    long before = service.lastPosition();
    long start = System.nanoTime();
    service.pipeline().ship(placed.orderIds());
    service.awaitPosition(before + (long) placed.orderIds().size() * Pipeline.EVENTS);
    return secondsSince(start);
  }

  private void measureReads() throws Exception {
    for (String path : List.of("/orders?limit=50", "/orders?state=rejected&limit=50", "/stats")) {
      Figure.of("GET %s, few stored, p50".formatted(path), customers.get(few.port(), path), "ms")
          .print();
      Figure.of("GET %s, many stored, p50".formatted(path), customers.get(many.port(), path), "ms")
          .print();
    }
  }

  private static double secondsSince(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  private static void progress(String what, int round, int rounds) {
    System.err.printf("%s, round %d of %d%n", what, round + 1, rounds);
  }
}
