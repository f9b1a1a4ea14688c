package com.example.orderflow.migrations;

import java.nio.file.Path;

/**
 * One app's place in PostgreSQL.
 *
 * @param login the app's own
 * @param schema which its role owns
 * @param migrations folder with its {@code V1__….sql}
 */
public record AppDatabase(Login login, String schema, Path migrations) {

  String role() {
    return login.username();
  }

  String database() {
    return login.url().database();
  }
}
