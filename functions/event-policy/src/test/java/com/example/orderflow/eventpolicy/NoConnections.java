package com.example.orderflow.eventpolicy;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** A data source that always fails, and always alike. */
record NoConnections(SQLException failure) implements DataSource {

  @Override
  public Connection getConnection() throws SQLException {
    throw failure;
  }

  @Override
  public Connection getConnection(String username, String password) throws SQLException {
    throw failure;
  }

  @Override
  public PrintWriter getLogWriter() {
    return null;
  }

  @Override
  public void setLogWriter(PrintWriter out) {}

  @Override
  public void setLoginTimeout(int seconds) {}

  @Override
  public int getLoginTimeout() {
    return 0;
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public <T> T unwrap(Class<T> iface) throws SQLException {
    throw failure;
  }

  @Override
  public boolean isWrapperFor(Class<?> iface) {
    return false;
  }
}
