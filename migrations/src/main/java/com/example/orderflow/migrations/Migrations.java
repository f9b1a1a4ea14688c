package com.example.orderflow.migrations;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.output.MigrateResult;

/**
 * The program of the image {@code migrations}: reads mounted Secrets, sets every app's database up,
 * says in one line each what it did.
 *
 * <pre>
 *   SECRETS/postgresql-admin, SECRETS/APP-database   (default /secrets)
 *   SQL/APP/V1__….sql                                (default /app/sql)
 *   WAIT_SECONDS for the database                    (default 120)
 * </pre>
 */
public final class Migrations {
  private static final String ADMIN = "postgresql-admin";
  private static final Duration PAUSE = Duration.ofSeconds(1);

  /** Kept strongly, or java.util.logging forgets its level. */
  private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");

  private Migrations() {}

  public static void main(String[] args) throws InterruptedException {
    FLYWAY.setLevel(Level.WARNING);
    System.exit(run());
  }

  private static int run() throws InterruptedException {
    Path secrets = Path.of(variable("SECRETS", "/secrets"));
    Path sql = Path.of(variable("SQL", "/app/sql"));
    String doing = ADMIN;
    try {
      Duration wait = Duration.ofSeconds(Long.parseLong(variable("WAIT_SECONDS", "120")));
      Login admin = Login.in(secrets.resolve(ADMIN));
      new Patience(wait, PAUSE, Migrations::say).await(admin);
      DatabaseSetup setup = new DatabaseSetup(admin);
      for (App app : App.values()) {
        doing = app.id();
        Login login = Login.in(secrets.resolve(app.secret()));
        MigrateResult done =
            setup.setUp(new AppDatabase(login, app.schema(), sql.resolve(app.id())));
        say(
            "%s: %d migrations applied, schema %s of database %s is at version %s"
                .formatted(
                    app.id(),
                    done.migrationsExecuted,
                    app.schema(),
                    login.url().database(),
                    done.targetSchemaVersion == null
                        ? done.initialSchemaVersion
                        : done.targetSchemaVersion));
      }
      return 0;
    } catch (IOException | SQLException | FlywayException | IllegalArgumentException failure) {
      System.err.printf("migrations: %s: %s%n", doing, failure.getMessage());
      System.err.println(
          "Nothing is half done: each migration is a transaction. Mend it and run the Job again.");
      return 1;
    }
  }

  private static String variable(String name, String otherwise) {
    String value = System.getenv(name);
    return value == null || value.isBlank() ? otherwise : value;
  }

  private static void say(String text) {
    System.out.println(text);
  }
}
