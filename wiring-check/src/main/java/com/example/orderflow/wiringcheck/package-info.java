/**
 * Reads what would be deployed and says what would go wrong with it, before it does.
 *
 * <pre>
 *   kustomize folder ─┐
 *   Helm chart ───────┼─► manifest: objects, each field with file and line ─► rules ─► findings ─► report
 *   any YAML ─────────┘
 * </pre>
 */
package com.example.orderflow.wiringcheck;
