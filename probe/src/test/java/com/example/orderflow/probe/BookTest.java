package com.example.orderflow.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BookTest {
  private static final Call FIRST =
      Call.of("probe", "POST", "/order-1/first", Map.of(), new byte[0]);

  private final Book book = new Book();

  @Test
  void answersAreGivenInOrderAndThen200() {
    book.answer("order-1", "first", List.of(Answer.status(503), Answer.status(429)));

    assertThat(book.arrives(FIRST, 1)).isEqualTo(Answer.status(503));
    assertThat(book.arrives(FIRST, 2)).isEqualTo(Answer.status(429));
    assertThat(book.arrives(FIRST, 3)).isEqualTo(Answer.OK);
  }

  @Test
  void aCallIsKeptWithItsTimeAndHowManyItsInstanceHadThen() {
    book.arrives(FIRST, 1);
    book.arrives(FIRST, 2);
    book.isAnswered(FIRST);
    book.arrives(FIRST, 3);

    assertThat(book.calls("order-1")).extracting(Call::at).containsExactly(1L, 2L, 3L);
    assertThat(book.calls("order-1")).extracting(Call::atOnce).containsExactly(1, 2, 2);
  }
}
