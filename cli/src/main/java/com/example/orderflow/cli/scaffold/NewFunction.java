package com.example.orderflow.cli.scaffold;

import com.example.orderflow.events.EventType;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A function that is to be made.
 *
 * @param name of its Service, as in {@code notify-customer}
 * @param trigger the type of the events that it gets
 */
public record NewFunction(String name, EventType trigger) {
  /** Knative makes a label of a host name of it, with a revision behind: 63 characters in all. */
  private static final int LONGEST = 40;

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z][a-z0-9]*)+");

  /**
   * @throws IllegalArgumentException when it cannot have this name
   */
  public NewFunction {
    if (!NAME.matcher(name).matches() || name.length() > LONGEST) {
      throw new IllegalArgumentException(
          "\"%s\" is no name of a function: two words or more in small letters, as in notify-customer, and at most %d characters"
              .formatted(name, LONGEST));
    }
  }

  /** As in {@code NotifyCustomer}. */
  String className() {
    return Arrays.stream(name.split("-"))
        .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
        .collect(Collectors.joining());
  }

  /** As in {@code notifyCustomer}. */
  String methodName() {
    return Character.toLowerCase(name.charAt(0)) + className().substring(1);
  }

  /** As in {@code notifycustomer}, below the package of all. */
  String packageName() {
    return name.replace("-", "");
  }
}
