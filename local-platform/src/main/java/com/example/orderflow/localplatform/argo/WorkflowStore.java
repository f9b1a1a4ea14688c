package com.example.orderflow.localplatform.argo;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.exceptionsorter.PostgreSQLExceptionSorter;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The workflows in PostgreSQL: what a method has returned from survives a crash. */
final class WorkflowStore implements AutoCloseable {
  /** Writers that wait for the same flush share it, so a few connections carry many workflows. */
  private static final int CONNECTIONS = 8;

  private static final String COLUMNS =
      "uid, number, name, template, labels, phase, message, version, created_at, started_at, finished_at";

  private final AgroalDataSource pool;

  WorkflowStore(StoreLogin login) throws SQLException {
    pool =
        AgroalDataSource.from(
            new AgroalDataSourceConfigurationSupplier()
                .connectionPoolConfiguration(
                    connections ->
                        connections
                            .maxSize(CONNECTIONS)
                            .acquisitionTimeout(Duration.ofSeconds(10))
                            .exceptionSorter(new PostgreSQLExceptionSorter())
                            .connectionFactoryConfiguration(
                                connection ->
                                    connection
                                        .jdbcUrl(login.jdbcUrl())
                                        .principal(new NamePrincipal(login.role()))
                                        .credential(new SimplePassword(login.password()))
                                        .jdbcProperty("connectTimeout", "2")
                                        .jdbcProperty("socketTimeout", "10"))));
  }

  /** False when there is one of that name. */
  boolean add(Workflow workflow) throws SQLException {
    return 1
        == update(
            """
            insert into workflows (uid, name, template, labels, parameters, phase, created_at)
            values (?, ?, ?, ?::jsonb, ?::jsonb, ?, ?) on conflict (name) do nothing
            """,
            workflow.uid(),
            workflow.name(),
            workflow.template(),
            JsonTexts.of(workflow.labels()),
            JsonTexts.of(workflow.parameters()),
            workflow.phase().argo(),
            workflow.createdAt());
  }

  /** False when it is gone. */
  boolean started(UUID uid, Instant at) throws SQLException {
    return 1
        == update(
            "update workflows set phase = ?, started_at = ?, version = nextval('versions') where uid = ?",
            NodePhase.RUNNING.argo(),
            at,
            uid);
  }

  /** False when its workflow is gone. */
  boolean add(UUID uid, NodeStatus node) throws SQLException {
    return 1
        == update(
            """
            with changed as (
              update workflows set version = nextval('versions') where uid = ? returning uid)
            insert into nodes (uid, name, display_name, template_name, phase, message,
              started_at, finished_at, result)
            select uid, ?, ?, ?, ?, ?, ?, ?, ? from changed
            """,
            uid,
            node.name(),
            node.displayName(),
            node.templateName(),
            node.phase().argo(),
            node.message(),
            node.startedAt(),
            node.finishedAt(),
            node.result());
  }

  /** False when it is gone. */
  boolean finished(UUID uid, NodePhase phase, String message, Instant at) throws SQLException {
    return 1
        == update(
            """
            update workflows set phase = ?, message = ?, finished_at = ?, version = nextval('versions')
            where uid = ?
            """,
            phase.argo(),
            message,
            at,
            uid);
  }

  /** False when there is none. */
  boolean delete(String name) throws SQLException {
    return 1 == update("delete from workflows where name = ?", name);
  }

  /** Forgets the workflows that ended before these times. */
  void forget(Instant succeededBefore, Instant failedBefore) throws SQLException {
    String succeeded = NodePhase.SUCCEEDED.argo();
    update(
        "delete from workflows where finished_at < case when phase = ? then ?::timestamptz else ?::timestamptz end",
        succeeded,
        succeededBefore,
        failedBefore);
  }

  /** The whole workflow with its nodes, from the first to the last. */
  Optional<Workflow> find(String name) throws SQLException {
    String query = "select " + COLUMNS + ", parameters from workflows where name = ?";
    try (Connection connection = pool.getConnection();
        PreparedStatement statement = prepared(connection, query, name);
        ResultSet found = statement.executeQuery()) {
      if (!found.next()) {
        return Optional.empty();
      }
      UUID uid = found.getObject("uid", UUID.class);
      Map<String, String> parameters = JsonTexts.read(found.getString("parameters"));
      return Optional.of(workflow(found, parameters, nodes(connection, uid)));
    }
  }

  /** The first workflows behind this number, without parameters and nodes. */
  List<Workflow> list(LabelSelector selector, long behind, int limit) throws SQLException {
    List<Object> values = new ArrayList<>(List.of(behind));
    String conditions = selector.conditions(values);
    values.add(limit);
    String query =
        "select %s from workflows where number > ? %s order by number limit ?"
            .formatted(COLUMNS, conditions);
    List<Workflow> page = new ArrayList<>();
    try (Connection connection = pool.getConnection();
        PreparedStatement statement = prepared(connection, query, values.toArray());
        ResultSet found = statement.executeQuery()) {
      while (found.next()) {
        page.add(workflow(found, Map.of(), List.of()));
      }
    }
    return page;
  }

  @Override
  public void close() {
    pool.close();
  }

  private int update(String statement, Object... values) throws SQLException {
    try (Connection connection = pool.getConnection();
        PreparedStatement prepared = prepared(connection, statement, values)) {
      return prepared.executeUpdate();
    }
  }

  private static PreparedStatement prepared(Connection connection, String query, Object... values)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(query);
    for (int i = 0; i < values.length; i++) {
      Object value = values[i] instanceof Instant at ? at.atOffset(ZoneOffset.UTC) : values[i];
      statement.setObject(i + 1, value);
    }
    return statement;
  }

  private static Workflow workflow(
      ResultSet row, Map<String, String> parameters, List<NodeStatus> nodes) throws SQLException {
    return new Workflow(
        row.getObject("uid", UUID.class),
        row.getLong("number"),
        row.getString("name"),
        row.getString("template"),
        JsonTexts.read(row.getString("labels")),
        parameters,
        NodePhase.of(row.getString("phase")),
        row.getString("message"),
        row.getLong("version"),
        instant(row, "created_at"),
        instant(row, "started_at"),
        instant(row, "finished_at"),
        nodes);
  }

  private static List<NodeStatus> nodes(Connection connection, UUID uid) throws SQLException {
    List<NodeStatus> nodes = new ArrayList<>();
    try (PreparedStatement statement =
            prepared(connection, "select * from nodes where uid = ? order by number", uid);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        nodes.add(
            new NodeStatus(
                row.getString("name"),
                row.getString("display_name"),
                row.getString("template_name"),
                NodePhase.of(row.getString("phase")),
                row.getString("message"),
                instant(row, "started_at"),
                instant(row, "finished_at"),
                row.getString("result")));
      }
    }
    return nodes;
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
