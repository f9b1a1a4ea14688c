package com.example.orderflow.localplatform.process;

import java.nio.file.Path;

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

  /** The password is nobody's business. */
  @Override
  public String toString() {
    return "%s/%s as %s".formatted(database, schema, role);
  }
}
