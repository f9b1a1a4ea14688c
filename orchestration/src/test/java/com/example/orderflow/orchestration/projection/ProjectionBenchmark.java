package com.example.orderflow.orchestration.projection;

import com.example.orderflow.events.EventIds;
import com.example.orderflow.events.EventType;
import com.example.orderflow.orchestration.OrchestrationParts;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How many events a second the projection takes into PostgreSQL, with few orders stored and with a
 * million: the cost of an order must not grow. Batches of 500, as Kafka hands them over; the events
 * of 500 orders, one step of each after the other.
 *
 * <p>Two databases take turns, batch by batch, so that whatever else the machine does slows down
 * both.
 */
final class ProjectionBenchmark {
  private static final int BATCH = 500;
  private static final int BATCHES_PER_RUN = 240;
  private static final List<EventType> WAY =
      List.of(
          EventType.ORDER_CREATED,
          EventType.ORDER_VALIDATED,
          EventType.PAYMENT_COMPLETED,
          EventType.ORDER_SHIPPED);
  private static final String DATA =
      "{\"orderId\":\"x\",\"chargeId\":\"ch_1\",\"amount\":{\"minorUnits\":1530,\"currency\":\"GBP\"},"
          + "\"destination\":{\"country\":\"GB\"},\"items\":[{\"sku\":\"85123A\",\"quantity\":6}]}";

  private static final String STORE_ORDERS =
      """
      insert into orders (order_id, wiring, state, customer_id, request_hash, document, counted)
      select 'order-' || lpad(n::text, 24, '0'), 'broker', 'shipped', '17850', '\\x00',
             '{"lines":[{"sku":"85123A","quantity":6,"unitPrice":255}]}', true
      from generate_series(%d, %d) n""";
  private static final String STORE_ENTRIES =
      """
      insert into timeline (position, order_id, source, id, kind, type, time, causation_id, data,
                            wiring, state)
      select (select coalesce(max(position), 0) from timeline) + row_number() over (order by n, step),
             'order-' || lpad(n::text, 24, '0'), 'source-' || step,
             gen_random_uuid()::text, 'event', 'com.example.payment.completed', now(),
             gen_random_uuid()::text, '%s', 'broker', 'shipped'
      from generate_series(%d, %d) n, generate_series(1, 4) step""";

  private final AgroalDataSource database;
  private final Projection projection;
  private long nextOrder = 1;
  private long nanos;

  private ProjectionBenchmark(AgroalDataSource database) {
    this.database = database;
    this.projection = new Projection(new Log(database));
  }

  public static void main(String[] args) throws Exception {
    OrchestrationParts fewParts = new OrchestrationParts();
    OrchestrationParts manyParts = new OrchestrationParts();
    try (AgroalDataSource few = pool(fewParts.startPostgres());
        AgroalDataSource many = pool(manyParts.startPostgres())) {
      compare(new ProjectionBenchmark(few), new ProjectionBenchmark(many));
    } finally {
      fewParts.stop();
      manyParts.stop();
    }
  }

  private static void compare(ProjectionBenchmark few, ProjectionBenchmark many)
      throws SQLException {
    few.fill(1_000);
    many.fill(1_000_000);
    for (String name : List.of("warm-up", "measured")) {
      few.prepare();
      many.prepare();
      for (int batch = 0; batch < BATCHES_PER_RUN; batch++) {
        few.project(batch);
        many.project(batch);
      }
      System.out.printf(
          "%s: %,.0f events/s at 1,000 orders, %,.0f at 1,000,000; cost per order %.2f times%n",
          name, few.rate(), many.rate(), (double) many.nanos / few.nanos);
    }
    System.out.printf(
        "a page of any orders: %s at 1,000 orders, %s at 1,000,000%n", few.page(), many.page());
    System.out.printf(
        "the stats: %s at 1,000 orders, %s at 1,000,000%n", few.stats(), many.stats());
  }

  /** The orders of the next run are there, as the intake leaves them. */
  private void prepare() throws SQLException {
    store(BATCH * BATCHES_PER_RUN / WAY.size(), false);
    execute("checkpoint");
    nanos = 0;
  }

  private void project(int batch) throws SQLException {
    long from = nextOrder - (long) BATCH * BATCHES_PER_RUN / WAY.size();
    List<Sighting> sightings = batch(from + (long) batch / WAY.size() * BATCH, batch % WAY.size());
    long start = System.nanoTime();
    projection.project(sightings);
    nanos += System.nanoTime() - start;
  }

  private double rate() {
    return BATCH * BATCHES_PER_RUN / (nanos / 1e9);
  }

  private String page() throws SQLException {
    OrderLists lists = new OrderLists(database);
    Set<String> states = Set.of("placed", "shipped", "cancelled", "rejected");
    Set<String> wirings = Set.of("broker", "sequence", "argo", "chain");
    return median(() -> lists.page(wirings, states, PageCursor.START, 50));
  }

  private String stats() throws SQLException {
    StatsReader reader = new StatsReader(database);
    return median(() -> reader.read(0));
  }

  /** A read, over and over. */
  @FunctionalInterface
  private interface Read {
    Object once() throws SQLException;
  }

  private static String median(Read read) throws SQLException {
    long[] times = new long[201];
    for (int n = 0; n < times.length; n++) {
      long start = System.nanoTime();
      read.once();
      times[n] = System.nanoTime() - start;
    }
    Arrays.sort(times);
    return "%.2f ms".formatted(times[times.length / 2] / 1e6);
  }

  private static List<Sighting> batch(long from, int step) {
    List<Sighting> batch = new ArrayList<>();
    for (long order = from; order < from + BATCH; order++) {
      String id = "order-%024d".formatted(order);
      EventType type = WAY.get(step);
      batch.add(
          new Sighting.Event(
              id,
              type,
              type.source(),
              EventIds.ofReply(type.source(), id, type),
              Instant.now(),
              EventIds.ofOrder(id),
              DATA,
              "17850"));
    }
    return batch;
  }

  private void fill(long orders) throws SQLException {
    store(orders, true);
    for (long first = 1; first < nextOrder; first += 100_000) {
      execute(STORE_ENTRIES.formatted(DATA, first, Math.min(first + 100_000, nextOrder) - 1));
    }
    execute("vacuum analyze");
  }

  private void store(long orders, boolean ended) throws SQLException {
    String sql = STORE_ORDERS.formatted(nextOrder, nextOrder + orders - 1);
    execute(ended ? sql : sql.replace("'shipped'", "'placed'").replace("true", "false"));
    nextOrder += orders;
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static AgroalDataSource pool(Map<String, String> address) throws SQLException {
    return AgroalDataSource.from(
        new AgroalDataSourceConfigurationSupplier()
            .connectionPoolConfiguration(
                pool ->
                    pool.maxSize(4)
                        .connectionFactoryConfiguration(
                            factory ->
                                factory
                                    .jdbcUrl(address.get("DATABASE_URL"))
                                    .principal(new NamePrincipal(address.get("DATABASE_USERNAME")))
                                    .credential(
                                        new SimplePassword(address.get("DATABASE_PASSWORD"))))));
  }
}
