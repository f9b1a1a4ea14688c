package com.example.orderflow.localplatform.eventing;

import io.vertx.core.Future;
import java.time.Duration;

/** Where an event can be sent. */
@FunctionalInterface
public interface Destination {

  /**
   * Sends an event once.
   *
   * @param timeout until the whole answer is there; the destination stops its work when it is over
   * @return the answer, whatever its status. A failed future means that there is none: the
   *     connection was refused or reset, or the time was over
   */
  Future<Answer> deliver(Delivery delivery, Duration timeout);
}
