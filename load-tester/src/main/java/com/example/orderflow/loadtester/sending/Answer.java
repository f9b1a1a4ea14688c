package com.example.orderflow.loadtester.sending;

import java.util.Optional;

/** What came back. */
public sealed interface Answer {

  /**
   * @param eventType of the event that was answered with; empty when there was none
   * @param body of a refusal; empty otherwise
   */
  record Status(int status, Optional<String> eventType, String body) implements Answer {}

  /** Nobody answered, or not in time. */
  record None(String reason) implements Answer {}
}
