package com.example.orderflow.localplatform.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** The end of a log file, from where one run of a program began to write. */
final class LogTail {
  /** Enough for the stack trace that ended a JVM. */
  private static final int TAIL_BYTES = 32 * 1024;

  /** A log that is longer when its program starts again is kept aside, once. */
  private static final long LONG_LOG_BYTES = 8L * 1024 * 1024;

  private final Path file;
  private final long begin;

  private LogTail(Path file, long begin) {
    this.file = file;
    this.begin = begin;
  }

  static LogTail from(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    long size = Files.exists(file) ? Files.size(file) : 0;
    if (size > LONG_LOG_BYTES) {
      Path old = file.resolveSibling(file.getFileName() + ".old");
      Files.move(file, old, StandardCopyOption.REPLACE_EXISTING);
      size = 0;
    }
    return new LogTail(file, size);
  }

  Path file() {
    return file;
  }

  List<String> lastLines(int count) {
    List<String> lines = tail().lines().toList();
    return lines.subList(Math.max(0, lines.size() - count), lines.size());
  }

  private String tail() {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long from = Math.max(begin, channel.size() - TAIL_BYTES);
      ByteBuffer bytes = ByteBuffer.allocate((int) Math.max(0, channel.size() - from));
      channel.read(bytes, from);
      return StandardCharsets.UTF_8.decode(bytes.flip()).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
