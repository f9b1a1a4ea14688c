package com.example.orderflow.localplatform.manifest;

/** Where a container's environment variable comes from. */
public sealed interface EnvValue {

  /** {@code value}. */
  record Literal(String text) implements EnvValue {}

  /** {@code valueFrom.secretKeyRef}. */
  record SecretKey(String name, String key) implements EnvValue {}

  /** {@code valueFrom.configMapKeyRef}. */
  record ConfigMapKey(String name, String key) implements EnvValue {}

  /** {@code valueFrom.fieldRef} to {@code metadata.namespace}. */
  record PodNamespace() implements EnvValue {}
}
