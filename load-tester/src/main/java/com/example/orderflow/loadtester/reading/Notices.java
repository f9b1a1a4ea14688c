package com.example.orderflow.loadtester.reading;

import java.util.ArrayList;
import java.util.List;

/** Collects notices; of very many, only the first and their number. */
final class Notices {
  private static final int MOST = 100;

  private final String file;
  private final List<Notice> first = new ArrayList<>();
  private long further;
  private long lastLine;

  Notices(String file) {
    this.file = file;
  }

  void add(long line, String text) {
    if (first.size() < MOST) {
      first.add(new Notice(file, line, text));
    } else {
      further++;
      lastLine = line;
    }
  }

  List<Notice> list() {
    List<Notice> all = new ArrayList<>(first);
    if (further > 0) {
      all.add(new Notice(file, lastLine, "and %,d more up to here".formatted(further)));
    }
    return List.copyOf(all);
  }
}
