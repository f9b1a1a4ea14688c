package com.example.orderflow.localplatform.serving;

import com.example.orderflow.localplatform.process.ChildProcess;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Starts and stops the instances of one Service as the autoscaler wants.
 *
 * <pre>
 *               ┌── crashed: waits, longer each time ──┐
 *               ▼                                      │
 *   none ─► starting ─► ready ─────────────────────────┘
 *                         └─► draining ─► stopped
 * </pre>
 */
final class Fleet {
  private static final long TICK_MILLIS = 100;
  private static final Duration DRAIN_LIMIT = Duration.ofSeconds(5);
  private static final int LAST_LINES = 20;

  /** Who has the requests. */
  interface Demand {
    int concurrency();

    /** Since when the oldest request is here that the instances may have no room for. */
    Optional<Instant> oldest();

    /** An instance has room. */
    void onRoom();

    /** No instance will start for a while. */
    void onCrashLoop();
  }

  private final Vertx vertx;
  private final Context context;
  private final ServiceSpec service;
  private final Launcher launcher;
  private final Autoscaler autoscaler;
  private final BooleanSupplier busy;
  private final Demand demand;
  private final Consumer<ServingNotice> notices;
  private final Clock clock;
  private final Instances instances = new Instances();
  private final Set<Future<Void>> lives = new HashSet<>();
  private final CrashLoop crashes = new CrashLoop(CrashLoop.BACKOFF);
  private boolean closing;
  private boolean ticking;
  private int starts;
  private int outdated;
  private Instant lastReady = Instant.MIN;
  private Optional<Duration> lastStart = Optional.empty();
  private String lastCrash = "";

  Fleet(
      Vertx vertx,
      Context context,
      ServiceSpec service,
      Launcher launcher,
      Duration patience,
      BooleanSupplier busy,
      Demand demand,
      Consumer<ServingNotice> notices,
      Clock clock) {
    this.vertx = vertx;
    this.context = context;
    this.service = service;
    this.launcher = launcher;
    this.autoscaler = new Autoscaler(service, patience);
    this.busy = busy;
    this.demand = demand;
    this.notices = notices;
    this.clock = clock;
  }

  Instances instances() {
    return instances;
  }

  /** Starts what the Service has at first; completes when each of these is ready or has failed. */
  Future<Void> begin() {
    int initial = autoscaler.initial(clock.instant());
    List<Future<Instance>> starts = Stream.generate(this::launch).limit(initial).toList();
    follow();
    return Future.join(starts).<Void>mapEmpty().otherwiseEmpty();
  }

  /** Follows the autoscaler, now and as long as there is something to follow. */
  void scale() {
    if (closing) {
      return;
    }
    Instant now = clock.instant();
    int desired = autoscaler.desired(now, load(now), instances.count());
    instances.reduceTo(desired);
    while (instances.count() < desired && crashes.mayStart(now)) {
      launch();
    }
    follow();
  }

  /** Why requests are refused at once, if they are. */
  Optional<Crash> resting() {
    Instant now = clock.instant();
    return crashes.isResting(now)
        ? Optional.of(new Crash(lastCrash, crashes.untilStart(now)))
        : Optional.empty();
  }

  record Crash(String reason, Duration retryIn) {}

  /** Lets the instances of now finish what they have, and end; others start as they are needed. */
  Future<Void> renew() {
    outdated = starts;
    instances.reduceTo(0);
    Future<Void> ended = Future.join(List.copyOf(lives)).mapEmpty();
    scale();
    return ended;
  }

  /** Lets the instances finish what they have, and stops them. */
  Future<Void> close() {
    closing = true;
    launcher.abort();
    instances.reduceTo(0);
    long limit = vertx.setTimer(DRAIN_LIMIT.toMillis(), timer -> instances.stop());
    return Future.join(List.copyOf(lives)).onComplete(all -> vertx.cancelTimer(limit)).mapEmpty();
  }

  ServiceStatus status(int port, int waiting) {
    return new ServiceStatus(
        service.name(),
        port,
        state(),
        instances.all().stream().map(Fleet::status).toList(),
        instances.starting(),
        waiting,
        starts,
        lastStart);
  }

  private void follow() {
    if (!ticking && isActive()) {
      ticking = true;
      vertx.setTimer(TICK_MILLIS, timer -> tick());
    }
  }

  private void tick() {
    ticking = false;
    scale();
  }

  private boolean isActive() {
    return instances.count() > 0 || demand.concurrency() > 0 || service.scaling().minScale() > 0;
  }

  private Load load(Instant now) {
    Duration longestWait =
        instances.starting() > 0 || busy.getAsBoolean()
            ? Duration.ZERO
            : demand.oldest().map(since -> waited(since, now)).orElse(Duration.ZERO);
    return new Load(demand.concurrency(), longestWait);
  }

  /** While an instance started, waiting was no sign of too few of them. */
  private Duration waited(Instant since, Instant now) {
    return Duration.between(since.isAfter(lastReady) ? since : lastReady, now);
  }

  private Future<Instance> launch() {
    int slot = instances.begin();
    Instant begin = clock.instant();
    int number = ++starts;
    Future<Instance> start = launcher.launch(slot);
    Future<Void> life =
        start
            .onFailure(failure -> failedToStart(slot, (Launcher.FailedStart) failure))
            .compose(instance -> started(instance, number, begin))
            .otherwiseEmpty();
    lives.add(life);
    life.onComplete(end -> lives.remove(life));
    return start;
  }

  /** Returns the rest of the instance's life. */
  private Future<Void> started(Instance instance, int number, Instant begin) {
    instances.started(instance);
    lastReady = clock.instant();
    Duration took = Duration.between(begin, lastReady);
    lastStart = Optional.of(took);
    notices.accept(new ServingNotice.Started(service.name(), instance.process().pid(), took));
    if (closing || number <= outdated) {
      instances.drain(instance);
    }
    demand.onRoom();
    return exit(instance.process()).onSuccess(exit -> ended(instance));
  }

  private void failedToStart(int slot, Launcher.FailedStart failure) {
    instances.failed(slot);
    if (!closing) {
      crashed(failure.getMessage(), failure.lastLines(), Duration.ZERO);
    }
  }

  private void ended(Instance instance) {
    instances.ended(instance);
    ChildProcess process = instance.process();
    if (instance.isDraining()) {
      notices.accept(new ServingNotice.Stopped(service.name(), process.pid()));
    } else {
      String reason = "exit code " + process.exited().join().code();
      crashed(reason, process.lastLines(LAST_LINES), instance.ranUntil(clock.instant()));
    }
  }

  private void crashed(String reason, List<String> lastLines, Duration ran) {
    lastCrash = reason;
    Duration retryIn = crashes.crashed(clock.instant(), ran);
    notices.accept(
        new ServingNotice.Crashed(service.name(), reason, lastLines, retryIn, crashes.isLooping()));
    if (crashes.isLooping() && instances.count() == 0) {
      demand.onCrashLoop();
    }
    scale();
  }

  private Future<Void> exit(ChildProcess process) {
    Promise<Void> ended = Promise.promise();
    process.exited().thenRun(() -> context.runOnContext(v -> ended.complete()));
    return ended.future();
  }

  private ServiceStatus.State state() {
    if (instances.ready() > 0) {
      return ServiceStatus.State.READY;
    }
    if (crashes.isLooping()) {
      return ServiceStatus.State.CRASH_LOOP;
    }
    return instances.starting() > 0 ? ServiceStatus.State.STARTING : ServiceStatus.State.ZERO;
  }

  private static ServiceStatus.InstanceStatus status(Instance instance) {
    return new ServiceStatus.InstanceStatus(
        instance.process().pid(), instance.port(), instance.inFlight(), instance.isDraining());
  }
}
