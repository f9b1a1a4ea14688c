package com.example.orderflow.loadtester.firing;

import com.example.orderflow.loadtester.schedule.Schedule;
import com.example.orderflow.loadtester.sending.Answer;
import com.example.orderflow.loadtester.sending.Copy;
import com.example.orderflow.loadtester.sending.Entrance;
import com.example.orderflow.loadtester.sending.HttpTarget;
import com.example.orderflow.loadtester.sending.TraceParents;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/** Fires the requests of a schedule: one thread watches the clock, one event loop does the rest. */
public final class Firing implements AutoCloseable {
  private static final Duration LOOK_EVERY = Duration.ofMillis(10);

  /** To set up threads; the first request is due this long after the call. */
  private static final Duration RUN_UP = Duration.ofMillis(50);

  private final Settings settings;
  private final Shots shots;
  private final FiringListener listener;
  private final Meters meters;
  private final HttpTarget target;
  private final TraceParents traces = new TraceParents(new SplittableRandom());
  private final long start = System.nanoTime() + RUN_UP.toNanos();
  private final Instant startedAt = Instant.now().plus(RUN_UP);
  private final Pacer pacer;
  private final Thread pacing;
  private volatile Thread looping;

  /**
   * How requests are fired.
   *
   * @param mostInFlight what is due beyond it is missed
   * @param warmUp no latency of what is due before counts
   */
  public record Settings(
      Schedule schedule, Entrance entrance, int mostInFlight, Duration timeout, Duration warmUp) {}

  /**
   * Begins at once.
   *
   * @param address empty while nobody listens
   */
  public Firing(
      Settings settings, Supplier<Optional<URI>> address, Shots shots, FiringListener listener) {
    this.settings = settings;
    this.shots = shots;
    this.listener = listener;
    this.meters = new Meters(settings.warmUp().toNanos());
    this.target =
        new HttpTarget(settings.entrance(), address, settings.mostInFlight(), settings.timeout());
    this.pacer = new Pacer(settings.schedule().times(), start, this::due);
    this.pacing = Thread.ofPlatform().name("load-pacer").daemon().start(pacer);
    target.run(() -> looping = Thread.currentThread());
  }

  /** Waits until all is fired and answered, or given up. */
  public void await() throws InterruptedException {
    pacing.join();
    long giveUpAt = System.nanoTime() + settings.timeout().plusSeconds(1).toNanos();
    while (meters.counts().inFlight() > 0 && System.nanoTime() - giveUpAt < 0) {
      Thread.sleep(LOOK_EVERY);
    }
  }

  /** Fires nothing more; what waits for an answer goes on waiting. */
  public void stop() {
    pacer.stop();
  }

  /** Asks again where the target listens. */
  public void lookUp() {
    target.lookUp();
  }

  public Meters meters() {
    return meters;
  }

  /** When time 0 of the schedule is. */
  public Instant startedAt() {
    return startedAt;
  }

  /** How long ago that was; negative before it. */
  public Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /** Those that do the work, as soon as they run. */
  public Set<Thread> threads() {
    return looping == null ? Set.of(pacing) : Set.of(pacing, looping);
  }

  @Override
  public void close() {
    pacer.stop();
    target.close();
  }

  private void due(long[] times) {
    long[] starting =
        Arrays.stream(times).filter(time -> meters.mayStart(settings.mostInFlight())).toArray();
    if (starting.length > 0) {
      target.run(
          () -> {
            for (long time : starting) {
              fire(time);
            }
          });
    }
  }

  private void fire(long due) {
    Shot shot = shots.next();
    Instant dueAt = startedAt.plusNanos(due);
    listener.posting(shot, dueAt);
    meters.started(due, System.nanoTime() - start);
    target
        .post(new Copy(shot.order(), dueAt, traces.next()))
        .onSuccess(answer -> settle(shot, due, answer));
  }

  private void settle(Shot shot, long due, Answer answer) {
    meters.answered(due, System.nanoTime() - start);
    if (answer instanceof Answer.Status status) {
      status.eventType().ifPresent(meters::replied);
    }
    Optional<String> error = Verdict.error(settings.entrance(), shot.kind(), answer);
    error.ifPresent(meters::failed);
    listener.settled(shot, error);
  }
}
