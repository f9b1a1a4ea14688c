package com.example.orderflow.localplatform;

import com.example.orderflow.events.EventType;
import com.example.orderflow.localplatform.argo.StoreLogin;
import com.example.orderflow.localplatform.manifest.EnvValue;
import com.example.orderflow.localplatform.process.Database;
import com.example.orderflow.localplatform.process.Password;
import com.example.orderflow.localplatform.process.PostgresServer;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

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
  private static final String ORCHESTRATION = "orchestration";
  private static final String ARGO = "argo";
  private static final String SANDBOX = "sandbox";

  /** What follows the app's name in that of its Secret. */
  private static final String SECRET = "-database";

  private final Map<String, Database> byApp = new LinkedHashMap<>();
  private final Database argo;

  Databases(Path migrations, Path argoMigrations, Path passwords) throws IOException {
    put(EventType.Source.PROCESS_PAYMENT, "orderflow", "payment", migrations, passwords);
    put(EventType.Source.SHIP_ORDER, "orderflow", "shipment", migrations, passwords);
    put(ORCHESTRATION, "orderflow", ORCHESTRATION, migrations, passwords);
    put(SANDBOX, SANDBOX, "ledger", migrations, passwords);
    argo = new Database(ARGO, ARGO, ARGO, Password.in(passwords.resolve(ARGO)), argoMigrations);
  }

  void setUp(PostgresServer postgres) throws SQLException {
    for (Database database : byApp.values()) {
      postgres.setUp(database);
    }
    postgres.setUp(argo);
  }

  /** The platform's own; no manifest names it. */
  StoreLogin argo(PostgresServer postgres) {
    return new StoreLogin(postgres.jdbcUrl(argo.database()), argo.role(), argo.password());
  }

  /** The value of a Secret {@code APP-database}, as the manifests name it. */
  Optional<String> secret(EnvValue.SecretKey secret, PostgresServer postgres) {
    if (!secret.name().endsWith(SECRET)) {
      return Optional.empty();
    }
    String app = secret.name().replace(SECRET, "");
    return Optional.ofNullable(byApp.get(app))
        .map(
            database ->
                switch (secret.key()) {
                  case "url" -> postgres.jdbcUrl(database.database());
                  case "username" -> database.role();
                  case "password" -> database.password();
                  default -> null;
                });
  }

  private void put(String app, String database, String schema, Path migrations, Path passwords)
      throws IOException {
    byApp.put(
        app,
        new Database(
            database,
            schema,
            app.replace('-', '_'),
            Password.in(passwords.resolve(app)),
            migrations.resolve(app)));
  }
}
