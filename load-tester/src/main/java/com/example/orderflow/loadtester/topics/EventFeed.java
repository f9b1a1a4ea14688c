package com.example.orderflow.loadtester.topics;

import java.time.Duration;
import java.util.concurrent.TimeoutException;

/** What the platform tells of its orders, as it happens. */
public interface EventFeed extends AutoCloseable {

  /**
   * Begins with the first event that comes after this call.
   *
   * @throws TimeoutException when the platform does not answer in time
   */
  void startAtTheEnd(Duration giveUpAfter) throws InterruptedException, TimeoutException;

  /**
   * Hands over what happened before this feed began, on the caller's thread.
   *
   * @return whether all of it could be read; a part may have been handed over otherwise
   */
  boolean readBack();

  /** The one that reads. */
  Thread thread();

  @Override
  void close();
}
