package com.example.orderflow.localplatform.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Memory of a process and its descendants in bytes, shared pages counted by share (PSS), so that
 * the figures of several processes may be added up. Linux only; see proc(5), smaps_rollup.
 */
public final class ProportionalSetSize {

  private ProportionalSetSize() {}

  /** The process and its descendants; empty where the system does not tell. */
  public static OptionalLong ofTree(long pid) {
    LongStream descendants =
        ProcessHandle.of(pid).stream()
            .flatMap(ProcessHandle::descendants)
            .mapToLong(ProcessHandle::pid);
    long[] sizes =
        LongStream.concat(LongStream.of(pid), descendants)
            .mapToObj(ProportionalSetSize::of)
            .filter(OptionalLong::isPresent)
            .mapToLong(OptionalLong::getAsLong)
            .toArray();
    return sizes.length == 0 ? OptionalLong.empty() : OptionalLong.of(LongStream.of(sizes).sum());
  }

  /** The process alone; empty where the system does not tell. */
  public static OptionalLong of(long pid) {
    try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/smaps_rollup"))) {
      return lines
          .filter(line -> line.startsWith("Pss:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024)
          .findFirst();
    } catch (IOException e) {
      return OptionalLong.empty(); // it has just ended, or this is no Linux
    }
  }
}
