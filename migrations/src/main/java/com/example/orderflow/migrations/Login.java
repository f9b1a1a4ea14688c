package com.example.orderflow.migrations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Where a database is, and as whom it is used. */
public record Login(JdbcUrl url, String username, String password) {

  /**
   * Reads a Secret that is mounted as a folder of files.
   *
   * @throws IOException when a key is missing; names the file
   */
  static Login in(Path secret) throws IOException {
    return new Login(
        JdbcUrl.of(value(secret, "url")), value(secret, "username"), value(secret, "password"));
  }

  Connection connect() throws SQLException {
    return DriverManager.getConnection(url.text(), username, password);
  }

  /** The same account in another database of the same server. */
  Login in(String database) {
    return new Login(url.withDatabase(database), username, password);
  }

  private static String value(Path secret, String key) throws IOException {
    Path file = secret.resolve(key);
    if (!Files.isReadable(file)) {
      throw new IOException(
          "%s: no such file; the Secret %s needs the keys url, username and password"
              .formatted(file, secret.getFileName()));
    }
    return Files.readString(file).strip();
  }

  /** The password is nobody's business. */
  @Override
  public String toString() {
    return "%s as %s".formatted(url.text(), username);
  }
}
