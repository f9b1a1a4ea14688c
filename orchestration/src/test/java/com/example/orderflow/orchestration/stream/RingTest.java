package com.example.orderflow.orchestration.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.example.orderflow.orchestration.stream.Ring.Answer;
import com.example.orderflow.orchestration.stream.Scope.AllOrders;
import com.example.orderflow.orchestration.stream.Scope.OneOrder;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RingTest {
  private final Ring ring = new Ring(6);

  @Test
  void beforeItsStartEverythingIsToCome() {
    assertThat(ring.after(4711)).isEqualTo(new Answer.ToCome());
  }

  @Test
  void whatWasThereBeforeItStartedIsForgotten() {
    ring.restartAfter(10);

    assertThat(ring.after(9)).isEqualTo(new Answer.Forgotten());
    assertThat(ring.after(10)).isEqualTo(new Answer.ToCome());
  }

  @Test
  void aCursorInTheMiddleOfASegmentGetsTheRest() {
    ring.restartAfter(10);
    ring.append(segment(11, 14));

    assertThat(positions(new AllOrders(), 12)).containsExactly(13L, 14L);
    assertThat(positions(new AllOrders(), 10)).containsExactly(11L, 12L, 13L, 14L);
  }

  @Test
  void oneOrderGetsItsOwn() {
    ring.restartAfter(10);
    ring.append(segment(11, 16));

    assertThat(positions(new OneOrder("order-0"), 12)).containsExactly(14L, 16L);
  }

  @Test
  void beyondItsBoundTheOldestSegmentIsForgotten() {
    ring.restartAfter(0);
    ring.append(segment(1, 3));
    ring.append(segment(4, 6));

    ring.append(segment(7, 7));

    assertThat(ring.after(2)).isEqualTo(new Answer.Forgotten());
    assertThat(positions(new AllOrders(), 3)).containsExactly(4L, 5L, 6L);
    assertThat(positions(new AllOrders(), 6)).containsExactly(7L);
  }

  @Test
  void anEntryIsOneServerSentEvent() {
    String text = new String(entry(7).serialised(), UTF_8);

    assertThat(text)
        .isEqualTo(
            """
            id: 7
            event: order
            data: {"position":7,"orderId":"order-1","wiring":"broker","type":"t","state":"paid",\
            "time":"1970-01-01T00:00:00Z"}

            """);
  }

  private List<Long> positions(Scope scope, long cursor) {
    Segment segment = ((Answer.Found) ring.after(cursor)).segment();
    return Pattern.compile("id: (\\d+)")
        .matcher(scope.pick(segment, cursor).toString())
        .results()
        .map(id -> Long.valueOf(id.group(1)))
        .toList();
  }

  private static Segment segment(long from, long through) {
    return Segment.of(LongStream.rangeClosed(from, through).mapToObj(RingTest::entry).toList());
  }

  private static StreamEntry entry(long position) {
    return new StreamEntry(position, "order-" + position % 2, "broker", "t", "paid", Instant.EPOCH);
  }
}
