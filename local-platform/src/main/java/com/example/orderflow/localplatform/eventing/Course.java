package com.example.orderflow.localplatform.eventing;

import com.example.orderflow.localplatform.eventing.Move.End;
import com.example.orderflow.localplatform.eventing.Move.Go;
import com.example.orderflow.localplatform.eventing.Move.Hold;
import com.example.orderflow.localplatform.eventing.Stage.Reason;
import com.example.orderflow.localplatform.eventing.Stage.Reply;
import com.example.orderflow.localplatform.eventing.Stage.SinkReply;
import com.example.orderflow.localplatform.eventing.Stage.ToDeadLetterSink;
import com.example.orderflow.localplatform.eventing.Stage.ToSubscriber;
import java.util.Optional;

/**
 * The course of an event along a route: from one answer to the next step.
 *
 * <pre>
 *                     ┌───── retryable, attempts left (after the backoff)
 *                     ▼     │
 *               subscriber ─┼─ 2xx, empty ──────────────────────────────► delivered
 *                           ├─ 2xx, nobody wants replies ─────────────► delivered
 *                           ├─ 2xx, an event ──► reply ─────────────────► delivered
 *                           │                     └─ can never take it ─┐
 *                           └─ anything else ───────────────────────────┤
 *                                    ┌──────────────────────────────────┘
 *                                    ├─ no dead letter sink ────────────► dropped
 *                                    ▼
 *                          dead letter sink ──── 2xx (and its reply) ───► dead-lettered
 *                                    ▲     └─ anything else ─┐
 *                                    └────── for ever ───────┘
 * </pre>
 *
 * <p>The real broker drops an event whose dead letter sink does not take it, and one whose reply
 * Kafka does not take is delivered again. Here both are held and tried every few seconds for as
 * long as it takes: nothing may be lost, and no subscriber is called twice without need.
 */
final class Course {
  private final DeliverySpec spec;
  private final boolean hasReply;
  private final Backoff backoff;

  /**
   * @param hasReply whether somebody gets the replies
   */
  Course(DeliverySpec spec, boolean hasReply) {
    this.spec = spec;
    this.hasReply = hasReply;
    this.backoff = new Backoff(spec.policy(), spec.backoffDelay());
  }

  /**
   * The next step.
   *
   * @param answer empty when there was none: refused, reset or out of time
   */
  Move next(Stage stage, Optional<Answer> answer) {
    return switch (stage) {
      case ToSubscriber step -> afterSubscriber(step, answer);
      case Reply step -> afterReply(step, answer);
      case ToDeadLetterSink step -> afterDeadLetterSink(step, answer);
      case SinkReply step ->
          isStored(answer) || isFinal(answer) ? new End(Outcome.DEAD_LETTERED) : held(step);
    };
  }

  private Move afterSubscriber(ToSubscriber step, Optional<Answer> answer) {
    if (isWorthAnotherAttempt(answer)) {
      return attemptsLeft(step)
          ? new Go(step.again(), backoff.pauseAfter(step.attempt()))
          : giveUp(answer.map(Reason::of).orElse(Reason.NO_STATUS));
    }
    var given = answer.orElseThrow();
    if (!given.isSuccess()) {
      return giveUp(Reason.of(given));
    }
    if (!hasReply) {
      return new End(Outcome.DELIVERED);
    }
    if (!HttpEvents.claimed(given.headers())) {
      return given.body().length() == 0 ? new End(Outcome.DELIVERED) : giveUp(Reason.NO_STATUS);
    }
    return switch (HttpEvents.read(given.headers(), given.body())) {
      case Reading.Read(Event reply) -> Go.now(new Reply(reply, 1));
      case Reading.Unreadable unreadable -> giveUp(Reason.NO_STATUS);
    };
  }

  private Move afterReply(Reply step, Optional<Answer> answer) {
    if (isStored(answer)) {
      return new End(Outcome.DELIVERED);
    }
    return isFinal(answer) ? giveUp(Reason.of(answer.orElseThrow())) : held(step);
  }

  private Move afterDeadLetterSink(ToDeadLetterSink step, Optional<Answer> answer) {
    if (!isStored(answer)) {
      return isWorthAnotherAttempt(answer) && attemptsLeft(step)
          ? new Go(step.again(), backoff.pauseAfter(step.attempt()))
          : held(step);
    }
    var given = answer.orElseThrow();
    if (hasReply
        && HttpEvents.claimed(given.headers())
        && HttpEvents.read(given.headers(), given.body()) instanceof Reading.Read(Event reply)) {
      return Go.now(new SinkReply(reply, 1));
    }
    return new End(Outcome.DEAD_LETTERED);
  }

  private Move giveUp(Reason reason) {
    return spec.deadLetterSink().isPresent()
        ? Go.now(new ToDeadLetterSink(reason, 1))
        : new End(Outcome.DROPPED);
  }

  private static Hold held(Stage stage) {
    return new Hold(stage.again());
  }

  private boolean attemptsLeft(Stage stage) {
    return stage.attempt() <= spec.retry();
  }

  private static boolean isWorthAnotherAttempt(Optional<Answer> answer) {
    return answer.isEmpty() || RetryTable.again(answer.get().status());
  }

  private static boolean isStored(Optional<Answer> answer) {
    return answer.isPresent() && answer.get().isSuccess();
  }

  /** Whoever gets the replies will not take it later either: too large, or a loop. */
  private static boolean isFinal(Optional<Answer> answer) {
    return answer.isPresent() && (answer.get().status() == 413 || answer.get().status() == 508);
  }
}
