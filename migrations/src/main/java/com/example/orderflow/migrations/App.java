package com.example.orderflow.migrations;

/**
 * Who keeps something in PostgreSQL. Each app is its own role and owns one schema, so that none
 * reaches another's tables by accident.
 */
public enum App {
  /** In a database of its own where one can be had: its ledger is the witness of the others. */
  SANDBOX("sandbox", "ledger"),
  PROCESS_PAYMENT("process-payment", "payment"),
  SHIP_ORDER("ship-order", "shipment"),
  ORCHESTRATION("orchestration", "orchestration");

  /** What follows the app's name in that of its Secret. */
  private static final String SECRET = "-database";

  private final String id;
  private final String schema;

  App(String id, String schema) {
    this.id = id;
    this.schema = schema;
  }

  /** Its name in manifests, and of the folder with its migrations. */
  public String id() {
    return id;
  }

  public String schema() {
    return schema;
  }

  /** The Secret with the keys {@code url}, {@code username} and {@code password}. */
  public String secret() {
    return id + SECRET;
  }
}
