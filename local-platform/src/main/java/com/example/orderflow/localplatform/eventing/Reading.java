package com.example.orderflow.localplatform.eventing;

import java.util.List;

/** What came of reading a message as an event. */
sealed interface Reading {

  record Read(Event event) implements Reading {}

  /** The message is no event; every reason, each quoting value and rule. */
  record Unreadable(List<String> problems) implements Reading {
    public Unreadable {
      problems = List.copyOf(problems);
    }

    public Unreadable(String problem) {
      this(List.of(problem));
    }

    String reason() {
      return String.join(" ", problems);
    }
  }
}
