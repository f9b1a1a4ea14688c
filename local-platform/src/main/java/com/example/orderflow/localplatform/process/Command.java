package com.example.orderflow.localplatform.process;

import java.util.List;
import java.util.Map;

/**
 * What to start.
 *
 * @param name unique among the processes of one data folder: names the log and the pid file
 * @param arguments the program and its arguments
 * @param env the variables that it gets beside the few that every program needs
 */
public record Command(String name, List<String> arguments, Map<String, String> env) {
  public Command {
    if (arguments.isEmpty()) {
      throw new IllegalArgumentException("%s: a command needs a program".formatted(name));
    }
    arguments = List.copyOf(arguments);
    env = Map.copyOf(env);
  }
}
