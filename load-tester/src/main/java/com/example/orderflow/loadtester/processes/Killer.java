package com.example.orderflow.loadtester.processes;

/** Ends processes as a machine that fails does: without a word. */
public interface Killer {

  /**
   * @param name of processes, as in {@link PlatformProbe.Process}
   * @return how many there were
   */
  int kill(String name);
}
