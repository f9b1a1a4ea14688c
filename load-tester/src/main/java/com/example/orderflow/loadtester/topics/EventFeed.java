package com.example.orderflow.loadtester.topics;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

/** What the platform tells of its orders, as it happens; read by a thread of its own. */
public abstract sealed class EventFeed implements AutoCloseable permits EventTail, OrderStream {
  /** Of one question to the platform. */
  static final Duration TIMEOUT = Duration.ofSeconds(10);

  /** Before it is asked again. */
  static final Duration PAUSE = Duration.ofMillis(200);

  private final String teller;
  private final Thread thread;
  private volatile boolean closed;

  /**
   * @param teller who is asked, for a message
   * @param threadName of the one that reads
   */
  EventFeed(String teller, String threadName) {
    this.teller = teller;
    this.thread = Thread.ofPlatform().name(threadName).daemon().unstarted(this::run);
  }

  /**
   * Begins with the first event that comes after this call.
   *
   * @throws TimeoutException when the platform does not answer in time
   */
  public final void startAtTheEnd(Duration giveUpAfter)
      throws InterruptedException, TimeoutException {
    long giveUpAt = System.nanoTime() + giveUpAfter.toNanos();
    while (true) {
      try {
        noteEnd();
        thread.start();
        return;
      } catch (IOException e) {
        if (System.nanoTime() - giveUpAt > 0) {
          throw new TimeoutException(
              "%s does not answer, tried for %d s: %s"
                  .formatted(teller, giveUpAfter.toSeconds(), e.getMessage()));
        }
      }
      Thread.sleep(PAUSE);
    }
  }

  /**
   * Hands over what happened before this feed began, on the caller's thread.
   *
   * @return whether all of it could be read; a part may have been handed over otherwise
   */
  public abstract boolean readBack();

  /** The one that reads. */
  public final Thread thread() {
    return thread;
  }

  /** Reads no more. */
  @Override
  public void close() {
    closed = true;
  }

  final boolean isClosed() {
    return closed;
  }

  /**
   * Notes where what is told ends now.
   *
   * @throws IOException when the platform does not say; its message says why
   */
  abstract void noteEnd() throws IOException;

  /** Reads from there on until it is closed. */
  abstract void run();
}
