package com.example.orderflow.localplatform;

import com.example.orderflow.localplatform.process.FreePorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A port for each part: the one of the last run while it is free, so that addresses stay. */
final class Ports {
  private final FreePorts free;
  private final KeptValues kept;
  private final Map<String, Integer> handedOut = new ConcurrentHashMap<>();

  Ports(FreePorts free, KeptValues kept) {
    this.free = free;
    this.kept = kept;
  }

  int of(String part) {
    return handedOut.computeIfAbsent(
        part,
        name ->
            Integer.valueOf(
                kept.get(
                    name,
                    last -> Integer.toString(near(last == null ? 0 : Integer.parseInt(last))))));
  }

  /** Where the part answers on this machine, over HTTP. */
  URI uri(String part) {
    return URI.create("http://127.0.0.1:" + of(part));
  }

  /**
   * A port that was asked for by number.
   *
   * @throws IllegalStateException when somebody else has it
   */
  int exactly(String part, int wanted) {
    if (near(wanted) != wanted) {
      throw new IllegalStateException(
          "port %d is taken; stop whoever listens there, give another by --port, or none for a free one"
              .formatted(wanted));
    }
    kept.get(part, last -> Integer.toString(wanted));
    handedOut.put(part, wanted);
    return wanted;
  }

  private int near(int wanted) {
    try {
      return free.near(wanted);
    } catch (IOException e) {
      throw new UncheckedIOException("no free port on loopback", e);
    }
  }
}
