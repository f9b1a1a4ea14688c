package com.example.orderflow.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import java.util.function.Consumer;
import picocli.CommandLine.Option;

/** How much of a list is shown, and how. */
final class ListOptions {
  @Option(
      names = "--limit",
      converter = NumberInRange.Count.class,
      defaultValue = "50",
      description = "The most orders that are listed (default: ${DEFAULT-VALUE}).")
  private int limit;

  @Option(names = "--json", description = "Prints the orders as a JSON array.")
  private boolean json;

  int limit() {
    return limit;
  }

  boolean json() {
    return json;
  }

  /** As a JSON array, or each in its own way. */
  <T> void show(Console console, List<T> orders, Consumer<T> each) throws JsonProcessingException {
    if (json) {
      console.out().println(PlatformClient.json(orders));
    } else {
      orders.forEach(each);
    }
    console.out().flush();
  }
}
