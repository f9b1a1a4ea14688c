package com.example.orderflow.loadtester.coldstart;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * What a program does and takes that is asked without a pause, by several at once.
 *
 * @param perSecond answers, in the second half of the time
 * @param cpuMillis of the program for each of them
 * @param memoryMb resident at the end
 */
public record UnderLoad(double perSecond, double cpuMillis, double memoryMb) {
  private static final int AT_ONCE = 8;

  /** In its first half compilers are at work. */
  static UnderLoad of(Candidate candidate, HttpClient http, Duration length)
      throws IOException, InterruptedException {
    Duration half = length.dividedBy(2);
    try (RunningProgram program = RunningProgram.start(candidate)) {
      program.connect();
      HttpRequest request = candidate.request().to(program.port());
      ask(http, request, half);
      Duration before = program.cpu();
      long answers = ask(http, request, half);
      double cpu = program.cpu().minus(before).toMillis();
      return new UnderLoad(
          answers / (half.toMillis() / 1e3), cpu / Math.max(1, answers), program.residentMb());
    }
  }

  private static long ask(HttpClient http, HttpRequest request, Duration length)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + length.toNanos();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Long>> counts = new ArrayList<>();
      for (int number = 0; number < AT_ONCE; number++) {
        counts.add(threads.submit(() -> askUntil(end, http, request)));
      }
      long answers = 0;
      for (Future<Long> count : counts) {
        answers += count.get();
      }
      return answers;
    } catch (ExecutionException e) {
      throw new IOException("no answer under load", e.getCause());
    }
  }

  private static long askUntil(long end, HttpClient http, HttpRequest request)
      throws IOException, InterruptedException {
    long answers = 0;
    while (System.nanoTime() - end < 0) {
      http.send(request, BodyHandlers.discarding());
      answers++;
    }
    return answers;
  }
}
