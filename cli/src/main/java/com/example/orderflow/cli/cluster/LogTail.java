package com.example.orderflow.cli.cluster;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/** The last words of a program: without the frames of stack traces, which would be all there is. */
final class LogTail {
  private static final int LINES = 5;
  private static final int WIDTH = 400;

  private LogTail() {}

  /** Below a finding, each line indented; empty when the program said nothing. */
  static String of(String log) {
    List<String> said =
        List.copyOf(
            log.lines()
                .filter(line -> !line.isBlank())
                .filter(line -> !isFrame(line))
                .collect(
                    Collectors.toMap(
                        LogTail::withoutNumbers,
                        line -> line,
                        (before, again) -> again,
                        LinkedHashMap::new))
                .values());
    return said.stream()
        .skip(Math.max(0, said.size() - LINES))
        .map(line -> "\n    | " + (line.length() > WIDTH ? line.substring(0, WIDTH) + "…" : line))
        .collect(Collectors.joining());
  }

  /** What a program repeats, with another time or thread, is one line: the last of them. */
  private static String withoutNumbers(String line) {
    return line.replaceAll("[0-9]+", "");
  }

  private static boolean isFrame(String line) {
    return line.startsWith("\t") || line.matches("\\s+(at |\\.\\.\\. \\d+ more).*");
  }
}
