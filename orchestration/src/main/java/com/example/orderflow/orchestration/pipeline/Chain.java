package com.example.orderflow.orchestration.pipeline;

import com.example.orderflow.events.Channels;
import com.example.orderflow.events.EventType;
import io.cloudevents.CloudEvent;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeoutException;

/**
 * The way of one order through direct calls.
 *
 * <pre>
 * event ─► who handles it? ─► call ─┬─ replied ─► topic order-events ─► the reply is the next event
 *               │                   ├─ may pass, no answer ─► wait, longer each time ─► call
 *               └─ nobody: the end  └─ refused, or the last attempt ─► topic dead-letters
 * </pre>
 */
final class Chain {

  private final Map<Function, URI> functions;
  private final Caller caller;
  private final Writer writer;
  private final Pause pause;
  private final ChainConfig.Chain config;
  private final Semaphore calls;

  Chain(
      Map<Function, URI> functions,
      Caller caller,
      Writer writer,
      Pause pause,
      ChainConfig.Chain config) {
    this.functions = functions;
    this.caller = caller;
    this.writer = writer;
    this.pause = pause;
    this.config = config;
    this.calls = new Semaphore(config.calls());
  }

  /** Makes one call. */
  @FunctionalInterface
  interface Caller {
    Attempt call(URI function, CloudEvent event) throws InterruptedException;
  }

  /** Writes to a topic, and waits until that is done. */
  @FunctionalInterface
  interface Writer {
    void write(String topic, CloudEvent event)
        throws InterruptedException, ExecutionException, TimeoutException;
  }

  /** Waits. */
  @FunctionalInterface
  interface Pause {
    void sleep(Duration length) throws InterruptedException;
  }

  /**
   * From this event to the order's end, or to a dead letter.
   *
   * @throws ExecutionException when Kafka refused what was to be known to all
   * @throws TimeoutException when Kafka did not answer
   */
  void run(CloudEvent created) throws InterruptedException, ExecutionException, TimeoutException {
    CloudEvent event = created;
    Optional<Function> next = handler(event);
    while (next.isPresent()) {
      URI function = functions.get(next.get());
      switch (callUntilDecided(function, event)) {
        case Attempt.Replied(CloudEvent reply) -> {
          writer.write(Channels.ORDER_EVENTS_TOPIC, reply);
          event = reply;
          next = handler(event);
        }
        case Attempt failed -> {
          writer.write(Channels.DEAD_LETTERS_TOPIC, DeadLetters.of(event, function, failed));
          next = Optional.empty();
        }
      }
    }
  }

  private static Optional<Function> handler(CloudEvent event) {
    return EventType.of(event.getType()).flatMap(Function::handling);
  }

  private Attempt callUntilDecided(URI function, CloudEvent event) throws InterruptedException {
    Attempt attempt = call(function, event);
    for (int made = 1; mayPass(attempt) && made <= config.retries(); made++) {
      pause.sleep(config.backoffDelay().multipliedBy(1L << made));
      attempt = call(function, event);
    }
    return attempt;
  }

  /** Who waits for the next attempt holds up nobody else. */
  private Attempt call(URI function, CloudEvent event) throws InterruptedException {
    calls.acquire();
    try {
      return caller.call(function, event);
    } finally {
      calls.release();
    }
  }

  private static boolean mayPass(Attempt attempt) {
    return switch (attempt) {
      case Attempt.Replied replied -> false;
      case Attempt.Refused refused -> refused.mayPass();
      case Attempt.Silent silent -> true;
    };
  }
}
