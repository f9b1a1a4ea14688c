package com.example.orderflow.localplatform.process;

import com.example.orderflow.migrations.AppDatabase;
import com.example.orderflow.migrations.DatabaseSetup;
import com.example.orderflow.migrations.JdbcUrl;
import com.example.orderflow.migrations.Login;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * One real PostgreSQL as a child process, durable: what it committed survives a crash.
 *
 * <pre>
 *   initdb, once ─► start ─► ready: it takes a connection ─► … ─► stop
 *                     ▲                                        │ died
 *                     └────────────────────────────────────────┘
 * </pre>
 *
 * Every role needs its password, also from this machine, so that no function can reach another's
 * data by accident.
 */
public final class PostgresServer {
  private static final String NAME = "postgres";

  /** It recovers from its log first when it was killed. */
  private static final Duration START_LIMIT = Duration.ofSeconds(60);

  private static final Duration POLL = Duration.ofMillis(20);
  private static final Duration STOP_GRACE = Duration.ofSeconds(10);

  private static final RestartBackoff RESTARTS =
      new RestartBackoff(Duration.ofMillis(200), Duration.ofSeconds(10));

  private final Processes processes;
  private final Path folder;
  private final Path unpacked;
  private final int port;
  private final Supervisor supervisor;
  private PostgresCommands commands;
  private String password;

  /**
   * @param unpacked where its programs are unpacked, once for all data folders
   * @param folder where its data live
   */
  public PostgresServer(
      Processes processes, Path unpacked, Path folder, int port, Consumer<ServerNotice> notices) {
    this.processes = processes;
    this.unpacked = unpacked;
    this.folder = folder.toAbsolutePath();
    this.port = port;
    this.supervisor = new Supervisor(NAME, this::run, RESTARTS, notices);
  }

  /** Returns when PostgreSQL takes connections. */
  public void start() throws IOException {
    commands = PostgresCommands.of(PostgresBinaries.in(unpacked.toAbsolutePath()));
    password = Password.in(passwordFile());
    if (Files.notExists(data().resolve("postgresql.conf"))) {
      initialise();
    }
    new Postmaster(data()).endLeftover();
    supervisor.start();
  }

  /** Makes what is missing of the apps' roles, databases and schemas, and migrates the schemas. */
  public void setUp(List<Database> apps) throws SQLException {
    try (Connection server = takeConnection();
        Statement statement = server.createStatement()) {
      statement.execute("REVOKE ALL ON DATABASE postgres, template1 FROM PUBLIC");
    }
    DatabaseSetup setup =
        new DatabaseSetup(login("postgres", PostgresCommands.SUPERUSER, password));
    for (Database app : apps) {
      Login login = login(app.database(), app.role(), app.password());
      setup.setUp(new AppDatabase(login, app.schema(), app.migrations()));
    }
  }

  public String jdbcUrl(String database) {
    return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
  }

  public long pid() {
    return supervisor.server().pid();
  }

  public void stop() {
    supervisor.stop();
  }

  /** Into a folder aside, which becomes the data folder when it is whole. */
  private void initialise() throws IOException {
    Path unfinished = Files.createTempDirectory(folder, "initdb");
    ChildProcess initdb = processes.start(commands.initdb(unfinished, passwordFile()));
    if (initdb.exited().join().code() != 0) {
      throw failed("could not initialise " + unfinished, initdb);
    }
    Files.move(unfinished, data());
  }

  private RunningServer run() throws IOException {
    ChildProcess process = processes.start(commands.server(NAME, data(), port));
    Wait.until(() -> !process.isAlive() || takesConnections(), START_LIMIT, POLL);
    if (!process.isAlive() || !takesConnections()) {
      process.kill().join();
      throw failed("did not start", process);
    }
    return new RunningServer(process, () -> stop(process));
  }

  private void stop(ChildProcess process) {
    if (!process.isAlive()) {
      return;
    }
    try {
      processes.start(commands.stop(NAME + "-stop", data())).exited().join();
    } catch (IOException e) {
      // then the signal alone has to do
    }
    process.stop(STOP_GRACE).join();
  }

  private boolean takesConnections() {
    try (Connection connection = takeConnection()) {
      return connection.isValid(1);
    } catch (SQLException e) {
      return false;
    }
  }

  private Connection takeConnection() throws SQLException {
    return DriverManager.getConnection(jdbcUrl("postgres"), PostgresCommands.SUPERUSER, password);
  }

  private Login login(String database, String role, String itsPassword) {
    return new Login(JdbcUrl.of(jdbcUrl(database)), role, itsPassword);
  }

  private Path data() {
    return folder.resolve("data");
  }

  private Path passwordFile() {
    return folder.resolve("superuser.password");
  }

  private static IOException failed(String what, ChildProcess process) {
    return new IOException(
        "PostgreSQL %s (log: %s):%n%s"
            .formatted(what, process.logFile(), String.join("\n", process.lastLines(20))));
  }
}
