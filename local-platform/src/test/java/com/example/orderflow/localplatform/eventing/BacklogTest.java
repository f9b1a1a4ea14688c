package com.example.orderflow.localplatform.eventing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class BacklogTest {
  private final Backlog backlog = new Backlog();

  @Test
  void itIsFullAtSoManyEventsAndHasRoomWhenOneIsFinished() {
    for (int i = 0; i < Backlog.MOST_EVENTS; i++) {
      assertThat(backlog.isFull()).isFalse();
      backlog.started(event(1));
    }

    assertThat(backlog.isFull()).isTrue();
    backlog.finished(event(1));
    assertThat(backlog.isFull()).isFalse();
  }

  @Test
  void itIsFullAtSoManyBytes() {
    backlog.started(event((int) Backlog.MOST_BYTES));

    assertThat(backlog.isFull()).isTrue();
  }

  private static Event event(int bytes) {
    return new Event(Map.of("id", "1"), new byte[bytes]);
  }
}
