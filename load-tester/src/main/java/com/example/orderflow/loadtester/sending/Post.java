package com.example.orderflow.loadtester.sending;

import io.vertx.core.Future;
import java.time.Duration;

/**
 * One request, tried until it is settled; all of it happens on the target's event loop.
 *
 * <pre>
 * 2xx                             accepted
 * 408, 429, 5xx, no answer        pause, then again ─► given up after long
 * nobody was answered for long    all given up
 * every other status              refused
 * </pre>
 */
final class Post {
  private static final int LONGEST_REASON = 200;

  private final HttpTarget target;
  private final SendSettings settings;
  private final SendListener listener;
  private long lastAnswerAt = System.nanoTime();

  /** Why nobody waits any longer: the rest of the requests need not find out one by one. */
  private SendOutcome.GivenUp abandoned;

  Post(HttpTarget target, SendSettings settings, SendListener listener) {
    this.target = target;
    this.settings = settings;
    this.listener = listener;
  }

  Future<SendOutcome> untilSettled(Copy copy) {
    return attempt(copy, System.nanoTime(), settings.firstPause());
  }

  private Future<SendOutcome> attempt(Copy copy, long begin, Duration pause) {
    if (abandoned != null) {
      return Future.succeededFuture(abandoned);
    }
    return target
        .post(copy)
        .compose(
            answer ->
                switch (answer) {
                  case Answer.Status status when isFinal(status.status()) -> {
                    lastAnswerAt = System.nanoTime();
                    yield Future.succeededFuture(outcome(status));
                  }
                  case Answer.Status status -> again(copy, begin, pause, reason(status));
                  case Answer.None(String reason) -> again(copy, begin, pause, reason);
                });
  }

  private Future<SendOutcome> again(Copy copy, long begin, Duration pause, String reason) {
    if (isLongAgo(lastAnswerAt)) {
      abandoned = new SendOutcome.GivenUp(reason);
      return Future.succeededFuture(abandoned);
    }
    if (isLongAgo(begin)) {
      return Future.succeededFuture(new SendOutcome.GivenUp(reason));
    }
    listener.retrying(copy.order(), reason);
    return target
        .pause(pause)
        .compose(
            over -> {
              target.lookUp();
              return attempt(copy, begin, shorter(pause.multipliedBy(2), settings.longestPause()));
            });
  }

  private boolean isLongAgo(long nanoTime) {
    return System.nanoTime() - nanoTime > settings.giveUpAfter().toNanos();
  }

  private static boolean isFinal(int status) {
    return status < 500 && status != 408 && status != 429;
  }

  private static SendOutcome outcome(Answer.Status answer) {
    return answer.status() / 100 == 2
        ? new SendOutcome.Accepted()
        : new SendOutcome.Refused(answer.status(), reason(answer));
  }

  private static String reason(Answer.Status answer) {
    String body = answer.body();
    String cut = body.length() <= LONGEST_REASON ? body : body.substring(0, LONGEST_REASON) + "…";
    return "%d %s".formatted(answer.status(), cut).strip();
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
