package com.example.orderflow.migrations;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The JDBC URL of a database in PostgreSQL.
 *
 * <pre>jdbc:postgresql://host:5432/database?sslmode=verify-full</pre>
 */
public record JdbcUrl(String server, String database, String parameters) {
  private static final Pattern SHAPE =
      Pattern.compile("(jdbc:postgresql://[^/?]+)/([^/?]+)(\\?.*)?");

  /**
   * @throws IllegalArgumentException when it has another shape
   */
  public static JdbcUrl of(String text) {
    Matcher url = SHAPE.matcher(text);
    if (!url.matches()) {
      throw new IllegalArgumentException(
          "\"%s\" is no URL of a PostgreSQL database, such as jdbc:postgresql://host:5432/orderflow"
              .formatted(text));
    }
    return new JdbcUrl(url.group(1), url.group(2), url.group(3) == null ? "" : url.group(3));
  }

  JdbcUrl withDatabase(String other) {
    return new JdbcUrl(server, other, parameters);
  }

  public String text() {
    return server + "/" + database + parameters;
  }
}
