package com.example.orderflow.orchestration.projection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageCursorTest {

  @Test
  void whatWasWrittenIsRead() {
    PageCursor cursor = new PageCursor(4711);

    assertThat(PageCursor.parse(cursor.text())).contains(cursor);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "4711", "!", "bjo", "bjotMQ", "n:4711"})
  void whatWasNeverWrittenIsNoCursor(String text) {
    assertThat(PageCursor.parse(text)).isEmpty();
  }
}
