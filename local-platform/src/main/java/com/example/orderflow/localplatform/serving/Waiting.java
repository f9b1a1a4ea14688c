package com.example.orderflow.localplatform.serving;

import com.example.orderflow.localplatform.eventing.Answer;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Instant;

/** A request from its arrival until its answer. */
final class Waiting {
  private final Call call;
  private final Instant since;
  private final Promise<Answer> answer = Promise.promise();
  private final Proxy.Exchange exchange = new Proxy.Exchange();

  Waiting(Call call, Instant since) {
    this.call = call;
    this.since = since;
  }

  Call call() {
    return call;
  }

  Instant since() {
    return since;
  }

  Proxy.Exchange exchange() {
    return exchange;
  }

  Future<Answer> future() {
    return answer.future();
  }

  boolean isAnswered() {
    return answer.future().isComplete();
  }

  void answer(Answer given) {
    answer.tryComplete(given);
  }

  /** Gives up, also at the instance. */
  void fail(Throwable reason) {
    answer.tryFail(reason);
    exchange.abandon();
  }
}
