package com.example.orderflow.localplatform.process;

import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * One app's place in PostgreSQL.
 *
 * @param database the database, which may be shared with other apps
 * @param schema the app's own schema in it
 * @param role the app's role: owner of the schema, and let into no other database
 * @param password the role's password
 * @param migrations folder with the app's {@code V1__….sql}
 */
public record Database(
    String database, String schema, String role, String password, Path migrations) {

  /** What goes into statements that take no parameters. */
  private static final Pattern IDENTIFIER = Pattern.compile("[a-z_][a-z0-9_]{0,62}");

  private static final Pattern PASSWORD = Pattern.compile("[A-Za-z0-9]{8,}");

  public Database {
    requireIdentifier("database", database);
    requireIdentifier("schema", schema);
    requireIdentifier("role", role);
    if (!PASSWORD.matcher(password).matches()) {
      throw new IllegalArgumentException(
          "password of %s: not 8 or more of A-Z a-z 0-9".formatted(role));
    }
  }

  private static void requireIdentifier(String field, String value) {
    if (!IDENTIFIER.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "%s: %s is not a lower case SQL identifier".formatted(field, value));
    }
  }

  /** The password is nobody's business. */
  @Override
  public String toString() {
    return "%s/%s as %s".formatted(database, schema, role);
  }
}
