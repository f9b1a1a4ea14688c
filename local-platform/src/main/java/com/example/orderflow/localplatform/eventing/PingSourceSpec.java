package com.example.orderflow.localplatform.eventing;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A PingSource.
 *
 * @param contentType of the data
 * @param data what every event carries
 */
public record PingSourceSpec(
    String namespace,
    String name,
    Schedule schedule,
    Optional<String> contentType,
    Optional<String> data,
    Address sink) {
  public PingSourceSpec {
    requireNonNull(namespace, "namespace");
    requireNonNull(name, "name");
    requireNonNull(schedule, "schedule");
    requireNonNull(contentType, "contentType");
    requireNonNull(data, "data");
    requireNonNull(sink, "sink");
  }

  /** The {@code source} of its events. */
  String eventSource() {
    return "/apis/v1/namespaces/%s/pingsources/%s".formatted(namespace, name);
  }
}
