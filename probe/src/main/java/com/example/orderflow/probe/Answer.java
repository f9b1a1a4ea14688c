package com.example.orderflow.probe;

import java.util.Map;

/**
 * What a subscriber answers.
 *
 * @param afterMillis how long it takes its time
 */
public record Answer(int status, Map<String, String> headers, String body, long afterMillis) {
  public static final Answer OK = status(200);

  public Answer {
    headers = Map.copyOf(headers);
  }

  public static Answer status(int status) {
    return new Answer(status, Map.of(), "", 0);
  }

  public Answer with(String body) {
    return new Answer(status, headers, body, afterMillis);
  }

  public Answer with(Map<String, String> headers) {
    return new Answer(status, headers, body, afterMillis);
  }

  public Answer after(long millis) {
    return new Answer(status, headers, body, millis);
  }
}
