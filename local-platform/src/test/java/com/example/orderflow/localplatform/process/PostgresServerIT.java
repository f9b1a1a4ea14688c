package com.example.orderflow.localplatform.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerIT {
  private static final Path UNPACKED = Path.of("target", "postgresql");
  private static final String PASSWORD = "correcthorse1";

  @TempDir Path data;
  private final List<ServerNotice> notices = new CopyOnWriteArrayList<>();
  private final FreePorts ports = new FreePorts();
  private Processes processes;
  private PostgresServer server;
  private Database payment;
  private Database sandbox;

  @BeforeEach
  void start() throws IOException, SQLException {
    processes = new Processes(data);
    payment = app("orderflow", "payment", "process_payment");
    sandbox = app("sandbox", "ledger", "sandbox");
    server = newServer(ports.near(0));
    server.start();
    server.setUp(List.of(payment, sandbox));
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void anAppFindsItsTablesInItsOwnSchema() throws SQLException {
    write(payment, "order-1");

    assertThat(read(payment)).isEqualTo("order-1");
    assertThat(setting("fsync")).isEqualTo("on");
    assertThat(setting("synchronous_commit")).isEqualTo("on");
  }

  @Test
  void noAppIsLetIntoAnothersDatabaseNorInWithoutItsPassword() {
    assertThatThrownBy(() -> connect("sandbox", "process_payment", PASSWORD))
        .hasMessageContaining("permission denied for database \"sandbox\"");
    assertThatThrownBy(() -> connect("orderflow", "process_payment", "wrong"))
        .hasMessageContaining("password authentication failed");
  }

  /** A program that starts meanwhile keeps its first connection for as long as it runs. */
  @Test
  void theFirstConnectionThatAnAppGetsLeadsToItsSchema() throws Exception {
    Database shop = app("shop", "orders_of_shop", "shop");
    CompletableFuture<String> first = CompletableFuture.supplyAsync(() -> firstSearchPath(shop));

    server.setUp(List.of(shop));

    assertThat(first.get(30, TimeUnit.SECONDS)).isEqualTo("orders_of_shop");
  }

  @Test
  void aKilledServerIsStartedAgainWithAllThatWasCommitted() throws SQLException {
    write(payment, "order-1");

    ProcessHandle.of(server.pid()).orElseThrow().destroyForcibly();

    await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertRestarted());
    assertThat(read(payment)).isEqualTo("order-1");
  }

  @Test
  void aServerThatAKilledPlatformLeftBehindIsEndedFirst() throws IOException, SQLException {
    write(payment, "order-1");
    server.stop();
    ChildProcess leftBehind = startWithoutPlatform();

    server = newServer(ports.near(0));
    server.start();

    assertThat(leftBehind.isAlive()).isFalse();
    assertThat(read(payment)).isEqualTo("order-1");
  }

  @Test
  void aSecondRunOnTheSameFolderFindsTheDataAgain() throws IOException, SQLException {
    write(payment, "order-1");
    server.stop();

    server = newServer(ports.near(0));
    server.start();
    server.setUp(List.of(payment));

    assertThat(read(payment)).isEqualTo("order-1");
  }

  private void assertRestarted() {
    assertThat(notices).hasAtLeastOneElementOfType(ServerNotice.Died.class);
    assertThat(notices).hasAtLeastOneElementOfType(ServerNotice.Restarted.class);
  }

  private ChildProcess startWithoutPlatform() throws IOException {
    Path folder = data.resolve("postgres").resolve("data");
    int port = ports.near(0);
    Processes others = new Processes(Files.createDirectories(data.resolve("others")));
    PostgresCommands commands = PostgresCommands.of(PostgresBinaries.in(UNPACKED.toAbsolutePath()));
    ChildProcess process = others.start(commands.server("postgres", folder, port));
    await().until(() -> FreePorts.answers(port));
    return process;
  }

  private PostgresServer newServer(int port) {
    return new PostgresServer(processes, UNPACKED, data.resolve("postgres"), port, notices::add);
  }

  private Database app(String database, String schema, String role) throws IOException {
    Path migrations = Files.createDirectories(data.resolve("migrations").resolve(role));
    Files.writeString(
        migrations.resolve("V1__orders.sql"), "CREATE TABLE orders (id text PRIMARY KEY);");
    return new Database(database, schema, role, PASSWORD, migrations);
  }

  private void write(Database app, String id) throws SQLException {
    try (Connection connection = connect(app.database(), app.role(), app.password());
        Statement statement = connection.createStatement()) {
      statement.execute("INSERT INTO orders VALUES ('%s')".formatted(id));
    }
  }

  private String read(Database app) throws SQLException {
    return ask(app, "SELECT id FROM orders");
  }

  private String setting(String name) throws SQLException {
    return ask(payment, "SHOW " + name);
  }

  private String firstSearchPath(Database app) {
    return await()
        .pollInterval(Duration.ofMillis(1))
        .ignoreExceptions()
        .until(() -> ask(app, "SHOW search_path"), Objects::nonNull);
  }

  private String ask(Database app, String query) throws SQLException {
    try (Connection connection = connect(app.database(), app.role(), app.password());
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private Connection connect(String database, String role, String password) throws SQLException {
    return DriverManager.getConnection(server.jdbcUrl(database), role, password);
  }
}
