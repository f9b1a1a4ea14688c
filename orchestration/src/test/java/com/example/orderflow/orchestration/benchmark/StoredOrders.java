package com.example.orderflow.orchestration.benchmark;

import com.example.orderflow.events.EventType;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Fills the tables as the service would have, one order a second until now: ids by time, keys at
 * random, every wiring, seven of ten shipped.
 */
final class StoredOrders {
  private static final String ORDERS =
      """
      insert into orders (order_id, wiring, state, customer_id, idempotency_key, request_hash,
                          document, accepted_at, updated_at, counted)
      select id, (array['broker', 'sequence', 'argo', 'chain'])[1 + n %% 4],
             case when n %% 10 < 7 then 'shipped' when n %% 10 < 9 then 'rejected'
                  else 'paymentFailed' end,
             customer, gen_random_uuid()::text, sha256(id::bytea),
             format('{"orderId":"%%s","customerId":"%%s","currency":"GBP",'
                 || '"destination":{"country":"GB"},"paymentToken":"tok_ok","lines":[{"sku":"85123A",'
                 || '"description":"WHITE HANGING HEART T-LIGHT HOLDER","quantity":6,"unitPrice":255}]}',
               id, customer)::json,
             now() - age, now() - age, true
      from generate_series(1, %1$d) n
      cross join lateral (select make_interval(secs => %1$d - n) as age) aged
      cross join lateral (select uuidv7(-age)::text as id, (12346 + n %% 5000)::text as customer) named""";

  private static final String TIMELINE =
      """
      insert into timeline (position, order_id, source, id, kind, type, time, causation_id, data,
                            wiring, state)
      select row_number() over (order by number, step), order_id, source, gen_random_uuid()::text,
             'event', type, accepted_at + step * interval '0.1 second', gen_random_uuid()::text,
             case when step > 0 then document end, wiring, seen.state
      from orders join (values %s) as seen (step, type, source, state, outcomes)
        on orders.state = any (outcomes)""";

  private static final String COUNTS =
      """
      update order_counts set orders = counted.orders
      from (select wiring, state, count(*) as orders from orders group by wiring, state) counted
      where order_counts.wiring = counted.wiring and name = counted.state""";

  private StoredOrders() {}

  /** What is seen of the orders with one of these outcomes. */
  private record Seen(EventType type, String state, String... outcomes) {}

  private static final List<Seen> STEPS =
      List.of(
          new Seen(EventType.ORDER_CREATED, "placed", "shipped", "rejected", "paymentFailed"),
          new Seen(EventType.ORDER_VALIDATED, "validated", "shipped", "paymentFailed"),
          new Seen(EventType.ORDER_REJECTED, "rejected", "rejected"),
          new Seen(EventType.PAYMENT_COMPLETED, "paid", "shipped"),
          new Seen(EventType.PAYMENT_FAILED, "paymentFailed", "paymentFailed"),
          new Seen(EventType.ORDER_SHIPPED, "shipped", "shipped"));

  static void fill(Database database, int count) throws SQLException {
    database.execute(ORDERS.formatted(count));
    String steps =
        IntStream.range(0, STEPS.size())
            .mapToObj(step -> row(step, STEPS.get(step)))
            .collect(Collectors.joining(", "));
    database.execute(TIMELINE.formatted(steps));
    database.execute(COUNTS);
    database.execute("vacuum analyze");
    database.execute("checkpoint");
  }

  private static String row(int step, Seen seen) {
    return String.format(
        Locale.ROOT,
        "(%d, '%s', '%s', '%s', array['%s'])",
        step,
        seen.type().type(),
        seen.type().source(),
        seen.state(),
        String.join("', '", seen.outcomes()));
  }
}
