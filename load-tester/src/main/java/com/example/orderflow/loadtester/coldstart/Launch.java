package com.example.orderflow.loadtester.coldstart;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;

/**
 * One cold start, in milliseconds.
 *
 * <pre>
 * exec ──────► main ──────► listens ──► connected ──► first answer ──► second answer
 *     process,  │  framework   │ connection │ first request │ the same, warm
 *     runtime   └ by the JVM's own account
 * </pre>
 *
 * @param process until the JVM is up; of what is none, until it listens
 * @param framework from then on until it listens
 * @param connection a first connection, by itself
 * @param firstRequest over that, with the first use of everything that a request needs
 * @param firstAnswer the sum: from the start of the process
 * @param secondAnswer what a second request takes by itself
 * @param memoryMb resident after the first answer
 */
public record Launch(
    double process,
    double framework,
    double connection,
    double firstRequest,
    double firstAnswer,
    double secondAnswer,
    double memoryMb) {

  /**
   * Starts the program, asks it twice, ends it.
   *
   * @throws IOException when it ends by itself, or does not answer; names its log
   */
  static Launch of(Candidate candidate, HttpClient http) throws IOException, InterruptedException {
    try (RunningProgram program = RunningProgram.start(candidate)) {
      double connection = program.connect();
      double listening = program.millis() - connection;
      http.send(candidate.request().to(program.port()), BodyHandlers.discarding());
      double first = program.millis();
      double memory = program.residentMb();
      double before = program.millis();
      http.send(candidate.request().to(program.port()), BodyHandlers.discarding());
      double second = program.millis() - before;
      double process = Math.min(listening, program.runtimeUp().orElse(listening));
      return new Launch(
          process,
          listening - process,
          connection,
          first - listening - connection,
          first,
          second,
          memory);
    }
  }
}
