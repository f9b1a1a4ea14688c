package com.example.orderflow.localplatform.argo;

/** Where the workflows are stored, and whom to be there. */
public record StoreLogin(String jdbcUrl, String role, String password) {

  /** The password is nobody's business. */
  @Override
  public String toString() {
    return "%s as %s".formatted(jdbcUrl, role);
  }
}
