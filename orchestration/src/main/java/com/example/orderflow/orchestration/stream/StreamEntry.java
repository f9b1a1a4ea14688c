package com.example.orderflow.orchestration.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;

/** An entry of the timeline, as much of it as a stream tells. */
record StreamEntry(
    long position, String orderId, String wiring, String type, String state, Instant time) {

  /** As a server-sent event. No value needs escaping: all are ids and names of this platform. */
  byte[] serialised() {
    return """
    id: %1$d
    event: order
    data: {"position":%1$d,"orderId":"%2$s","wiring":"%3$s","type":"%4$s","state":"%5$s",\
    "time":"%6$s"}

    """
        .formatted(position, orderId, wiring, type, state, time)
        .getBytes(UTF_8);
  }
}
