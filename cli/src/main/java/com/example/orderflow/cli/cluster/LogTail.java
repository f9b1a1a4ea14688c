package com.example.orderflow.cli.cluster;

import java.util.List;
import java.util.stream.Collectors;

/** The last words of a program: without the frames of stack traces, which would be all there is. */
final class LogTail {
  private static final int LINES = 5;
  private static final int WIDTH = 240;

  private LogTail() {}

  /** Below a finding, each line indented; empty when the program said nothing. */
  static String of(String log) {
    List<String> said =
        log.lines().filter(line -> !line.isBlank()).filter(line -> !isFrame(line)).toList();
    return said.stream()
        .skip(Math.max(0, said.size() - LINES))
        .map(line -> "\n    | " + (line.length() > WIDTH ? line.substring(0, WIDTH) + "…" : line))
        .collect(Collectors.joining());
  }

  private static boolean isFrame(String line) {
    return line.startsWith("\t") || line.matches("\\s+(at |\\.\\.\\. \\d+ more).*");
  }
}
