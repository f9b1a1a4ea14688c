package com.example.orderflow.localplatform;

import com.example.orderflow.localplatform.argo.StoreLogin;
import com.example.orderflow.localplatform.manifest.EnvValue;
import com.example.orderflow.localplatform.process.Database;
import com.example.orderflow.localplatform.process.Password;
import com.example.orderflow.localplatform.process.PostgresServer;
import com.example.orderflow.migrations.App;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who keeps what in PostgreSQL. The sandbox has a database of its own that no function may connect
 * to: its ledger is the witness of what they did.
 *
 * <pre>
 * database orderflow   schema payment         role process_payment
 *                      schema shipment        role ship_order
 *                      schema orchestration   role orchestration
 * database sandbox     schema ledger          role sandbox
 * database argo        schema argo            role argo
 * </pre>
 */
final class Databases {
  private static final String ARGO = "argo";

  private final Map<String, Database> bySecret = new LinkedHashMap<>();
  private final Database argo;

  Databases(Path migrations, Path argoMigrations, Path passwords) throws IOException {
    put(App.PROCESS_PAYMENT, "orderflow", migrations, passwords);
    put(App.SHIP_ORDER, "orderflow", migrations, passwords);
    put(App.ORCHESTRATION, "orderflow", migrations, passwords);
    put(App.SANDBOX, "sandbox", migrations, passwords);
    argo = new Database(ARGO, ARGO, ARGO, Password.in(passwords.resolve(ARGO)), argoMigrations);
  }

  void setUp(PostgresServer postgres) throws SQLException {
    postgres.setUp(Stream.concat(bySecret.values().stream(), Stream.of(argo)).toList());
  }

  /** The platform's own; no manifest names it. */
  StoreLogin argo(PostgresServer postgres) {
    return new StoreLogin(postgres.jdbcUrl(argo.database()), argo.role(), argo.password());
  }

  /** The value of a Secret {@code APP-database}, as the manifests name it. */
  Optional<String> secret(EnvValue.SecretKey secret, PostgresServer postgres) {
    return Optional.ofNullable(bySecret.get(secret.name()))
        .map(
            database ->
                switch (secret.key()) {
                  case "url" -> postgres.jdbcUrl(database.database());
                  case "username" -> database.role();
                  case "password" -> database.password();
                  default -> null;
                });
  }

  private void put(App app, String database, Path migrations, Path passwords) throws IOException {
    bySecret.put(
        app.secret(),
        new Database(
            database,
            app.schema(),
            app.id().replace('-', '_'),
            Password.in(passwords.resolve(app.id())),
            migrations.resolve(app.id())));
  }
}
