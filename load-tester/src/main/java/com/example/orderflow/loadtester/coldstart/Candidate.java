package com.example.orderflow.loadtester.coldstart;

import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A program that is started cold.
 *
 * @param function its name
 * @param variant how it is run, in words
 * @param command without the port, which it finds in its environment
 * @param environment on top of what it inherits
 * @param request what it is asked; without an address
 * @param diskMb of all that it is made of, without the runtime
 * @param log where its output goes
 */
public record Candidate(
    String function,
    String variant,
    List<String> command,
    Map<String, String> environment,
    Request request,
    double diskMb,
    Path log) {

  public Candidate {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
  }

  /** A request to a port of this machine. */
  public interface Request {
    HttpRequest to(int port);
  }
}
