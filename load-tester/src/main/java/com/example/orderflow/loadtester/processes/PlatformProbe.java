package com.example.orderflow.loadtester.processes;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks at a running platform. */
public interface PlatformProbe {
  /** Empty while it does not answer. */
  Optional<Look> look();

  /**
   * What there is to see.
   *
   * @param starts processes of each function that were started since the platform started
   */
  record Look(List<Process> processes, Map<String, Integer> starts) {}

  /**
   * @param memoryBytes -1 where the system does not tell
   */
  record Process(String name, long pid, long memoryBytes) {}

  /** For a target of which nothing is known. */
  static PlatformProbe none() {
    return Optional::empty;
  }
}
