package com.example.orderflow.orchestration.benchmark;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** The database's own limit: rows that are durable one by one, as fast as it commits them. */
final class Commits {
  private static final String ONE =
      "insert into benchmark_commits (order_id) values (gen_random_uuid())";
  private static final long NANOS = TimeUnit.SECONDS.toNanos(2);

  private final List<Connection> connections;

  /** As many connections as the service may have. */
  Commits(Database database, int connections) throws SQLException {
    database.execute("create table benchmark_commits (order_id uuid primary key)");
    this.connections = new ArrayList<>();
    for (int n = 0; n < connections; n++) {
      this.connections.add(database.connect());
    }
  }

  double perSecond() throws InterruptedException, ExecutionException {
    try (ExecutorService threads = Executors.newFixedThreadPool(connections.size())) {
      long start = System.nanoTime();
      List<Callable<Integer>> writers =
          connections.stream().<Callable<Integer>>map(one -> () -> commit(one, start)).toList();
      int rows = 0;
      for (Future<Integer> writer : threads.invokeAll(writers)) {
        rows += writer.get();
      }
      return rows / ((System.nanoTime() - start) / 1e9);
    }
  }

  private static int commit(Connection connection, long start) throws SQLException {
    int rows = 0;
    try (PreparedStatement insert = connection.prepareStatement(ONE)) {
      while (System.nanoTime() - start < NANOS) {
        rows += insert.executeUpdate();
      }
    }
    return rows;
  }
}
