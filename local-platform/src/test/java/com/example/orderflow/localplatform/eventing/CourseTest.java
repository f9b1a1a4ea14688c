package com.example.orderflow.localplatform.eventing;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.orderflow.localplatform.eventing.Stage.Reason;
import com.example.orderflow.localplatform.eventing.Stage.Reply;
import com.example.orderflow.localplatform.eventing.Stage.ToDeadLetterSink;
import com.example.orderflow.localplatform.eventing.Stage.ToSubscriber;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CourseTest {
  private static final Event REPLY = new Event(Map.of("id", "reply"), null);

  private final Course course = new Course(Platform.tries(3), true);

  @Test
  void aRetryIgnoresRetryAfter() {
    var answer = Answer.empty(503);
    answer.headers().add("retry-after", "60");

    assertThat(course.next(new ToSubscriber(1), Optional.of(answer)))
        .isEqualTo(new Move.Go(new ToSubscriber(2), Duration.ofMillis(50)));
  }

  @Test
  void theLastAttemptLeadsToTheDeadLetterSinkAtOnce() {
    assertThat(course.next(new ToSubscriber(3), Optional.empty()))
        .isEqualTo(Move.Go.now(new ToDeadLetterSink(Reason.NO_STATUS, 1)));
  }

  @Test
  void aReplyThatKafkaDoesNotTakeNowIsHeldWithoutAskingTheSubscriberAgain() {
    assertThat(course.next(new Reply(REPLY, 7), Optional.of(Answer.empty(503))))
        .isEqualTo(new Move.Hold(new Reply(REPLY, 8)));
  }

  @Test
  void withoutAnybodyWhoGetsRepliesAnyGoodAnswerWillDo() {
    var answer = new Answer(200, MultiMap.caseInsensitiveMultiMap(), Buffer.buffer("thanks"));

    assertThat(new Course(Platform.tries(3), false).next(new ToSubscriber(1), Optional.of(answer)))
        .isEqualTo(new Move.End(Outcome.DELIVERED));
  }

  @ParameterizedTest
  @ValueSource(ints = {413, 508})
  void aReplyThatTheBrokerNeverTakesIsGivenUp(int status) {
    var move = course.next(new Reply(REPLY, 1), Optional.of(Answer.empty(status)));

    assertThat(move)
        .isInstanceOfSatisfying(
            Move.Go.class, go -> assertThat(go.stage()).isInstanceOf(ToDeadLetterSink.class));
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 413, 503})
  void aDeadLetterIsNeverGivenUp(int status) {
    var letter = new ToDeadLetterSink(Reason.NO_STATUS, 3);

    assertThat(course.next(letter, Optional.of(Answer.empty(status))))
        .isEqualTo(new Move.Hold(letter.again()));
  }
}
