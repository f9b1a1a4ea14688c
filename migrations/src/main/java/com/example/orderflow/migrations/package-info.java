/**
 * Makes what the apps need in PostgreSQL: roles, databases, schemas, tables.
 *
 * <pre>
 *   Secret postgresql-admin ──────► Migrations ─► for each App: role, database, schema (admin)
 *   Secrets APP-database ─────────►     │                       tables, by Flyway      (the app's role)
 *   infra/database/APP/V1__….sql ─►─────┘
 * </pre>
 *
 * Whatever is there already stays, so it may be run again at any time.
 */
package com.example.orderflow.migrations;
