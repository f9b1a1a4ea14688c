package com.example.orderflow.probe;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A request that a subscriber got.
 *
 * @param at milliseconds since 1970, by the desk's clock
 * @param instance the process that got it
 * @param atOnce how many requests that process had then, this one included
 * @param headers by lower-case names
 */
public record Call(
    long at,
    String service,
    String instance,
    int atOnce,
    String method,
    String path,
    Map<String, String> headers,
    byte[] body) {

  /** What the desk itself is called when it is the subscriber. */
  static final String DESK = "desk";

  static Call of(
      String service, String method, String path, Map<String, List<String>> headers, byte[] body) {
    Map<String, String> joined = new TreeMap<>();
    headers.forEach((name, values) -> joined.put(name.toLowerCase(), String.join(", ", values)));
    return new Call(0, service, thisInstance(), 1, method, path, joined, body);
  }

  Call arrived(long now, int open) {
    return new Call(now, service, instance, open, method, path, headers, body);
  }

  /**
   * What the request is about: the subject of its event, else the first part of its path. So all
   * requests that one event leads to have one key, and tests at the same time keep apart.
   */
  public String key() {
    String subject = headers.get("ce-subject");
    return subject == null ? parts()[0] : subject;
  }

  /** Where it came in: {@code first} of {@code /first}, or of {@code /KEY/first}. */
  public String place() {
    String[] parts = parts();
    return headers.containsKey("ce-subject") ? parts[0] : parts.length > 1 ? parts[1] : "";
  }

  private String[] parts() {
    return path.substring(1).split("/");
  }

  private static String thisInstance() {
    return System.getenv().getOrDefault("HOSTNAME", "local") + "-" + ProcessHandle.current().pid();
  }
}
