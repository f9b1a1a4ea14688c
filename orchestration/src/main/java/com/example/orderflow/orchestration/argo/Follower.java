package com.example.orderflow.orchestration.argo;

import com.example.orderflow.events.Channels;
import com.example.orderflow.orchestration.argo.client.model.Workflow;
import com.example.orderflow.orchestration.pipeline.EventPublisher;
import io.cloudevents.CloudEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/**
 * Follows the workflows under way, all of them on one thread.
 *
 * <pre>
 *   every 0.2 to 2 s: list the open workflows ─┬─ another version ─┐
 *                                              └─ not among them ──┼─► look: new events ─► topic order-events
 *   exit handler of a workflow ─ POST ─────────────────────────────┘      ended ─► forget it
 *                                                                         failed ─► topic dead-letters
 * </pre>
 *
 * What is known to all is counted in memory only: after a restart each event may be written again,
 * with the same id. A workflow that is gone before its end was seen is left to the sweeper.
 */
@Singleton
public final class Follower {
  private static final Logger LOG = Logger.getLogger("orderflow.argo");

  /** Looks at once. */
  private static final int LOOKS = 8;

  private final ArgoServer argo;
  private final StartedWorkflows started;
  private final EventPublisher kafka;
  private final FailedWorkflows failed;
  private final ArgoConfig config;
  private final Map<String, Followed> open = new ConcurrentHashMap<>();
  private final Set<String> hints = ConcurrentHashMap.newKeySet();
  private final Semaphore news = new Semaphore(0);
  private final ExecutorService looks =
      Executors.newFixedThreadPool(LOOKS, Thread.ofVirtual().factory());
  private Thread thread;
  private volatile boolean stopping;
  private boolean away;

  Follower(
      ArgoServer argo,
      StartedWorkflows started,
      EventPublisher kafka,
      FailedWorkflows failed,
      ArgoConfig config) {
    this.argo = argo;
    this.started = started;
    this.kafka = kafka;
    this.failed = failed;
    this.config = config;
  }

  /** Follows a workflow that was submitted, from now on and after every restart. */
  public void follow(String name, String orderId) throws SQLException {
    started.add(name, orderId);
    open.putIfAbsent(name, new Followed(name, orderId));
    news.release();
  }

  /** How many are under way. */
  public int size() {
    return open.size();
  }

  /** There may be news of this workflow; a hint that is wrong does no harm. */
  void hint(String name) {
    if (open.containsKey(name)) {
      hints.add(name);
      news.release();
    }
  }

  void start(@Observes StartupEvent startup) {
    thread = Thread.ofPlatform().name("argo-follower").start(this::run);
  }

  void stop(@Observes ShutdownEvent shutdown) throws InterruptedException {
    stopping = true;
    news.release();
    thread.join();
    looks.shutdown();
  }

  private void run() {
    try {
      while (!stopping && !resume()) {
        news.tryAcquire(config.longestInterval().toMillis(), TimeUnit.MILLISECONDS);
      }
      Duration interval = config.shortestInterval();
      while (!stopping) {
        interval = round() ? config.shortestInterval() : longer(interval);
        follow(interval);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether the workflows are known that were under way before this start. */
  private boolean resume() {
    try {
      started.all().forEach((name, order) -> open.putIfAbsent(name, new Followed(name, order)));
      return true;
    } catch (SQLException away) {
      LOG.warnf("argo.unresumed state=%s", away.getSQLState());
      return false;
    }
  }

  /** Hints until the next look at all; submitted ones only begin to be interesting then. */
  private void follow(Duration interval) throws InterruptedException {
    long end = System.nanoTime() + interval.toNanos();
    while (!stopping && end > System.nanoTime()) {
      if (news.tryAcquire(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
        news.drainPermits();
        List<Followed> hinted = hinted();
        if (hinted.isEmpty()) {
          end = Math.min(end, System.nanoTime() + config.shortestInterval().toNanos());
        }
        look(hinted);
      }
    }
  }

  private List<Followed> hinted() {
    List<Followed> hinted = new ArrayList<>();
    for (String name : hints) {
      hints.remove(name);
      Optional.ofNullable(open.get(name)).ifPresent(hinted::add);
    }
    return hinted;
  }

  /** Whether there was news. */
  private boolean round() throws InterruptedException {
    if (open.isEmpty()) {
      return false;
    }
    try {
      Map<String, String> versions = argo.open();
      if (away) {
        LOG.info("argo.back");
      }
      away = false;
      return look(
          open.values().stream()
              .filter(workflow -> !workflow.isSeen(versions.get(workflow.name())))
              .toList());
    } catch (RuntimeException unreachable) {
      if (!away) {
        LOG.warnf("argo.away cause=\"%s\" open=%d", unreachable, open.size());
      }
      away = true;
      return false;
    }
  }

  private boolean look(List<Followed> workflows) throws InterruptedException {
    List<Callable<Void>> all = new ArrayList<>();
    for (Followed workflow : workflows) {
      all.add(
          () -> {
            lookAt(workflow);
            return null;
          });
    }
    looks.invokeAll(all);
    return !all.isEmpty();
  }

  private void lookAt(Followed followed) throws InterruptedException {
    try {
      Optional<Workflow> found = argo.workflow(followed.name());
      if (found.isEmpty()) {
        LOG.warnf("argo.gone workflow=%s; the sweeper sends its order again", followed.name());
        forget(followed);
        return;
      }
      WorkflowStory story = new WorkflowStory(found.get());
      List<CloudEvent> events = story.events();
      for (CloudEvent event : events.subList(followed.told(), events.size())) {
        kafka.write(Channels.ORDER_EVENTS_TOPIC, event);
      }
      switch (story.ending()) {
        case Ending.Open still ->
            followed.seen(found.get().getMetadata().getResourceVersion(), events.size());
        case Ending.Succeeded done -> forget(followed);
        case Ending.Failed failure -> {
          LOG.warnf("argo.failed workflow=%s reason=\"%s\"", followed.name(), failure.reason());
          kafka.write(Channels.DEAD_LETTERS_TOPIC, failed.letter(failure));
          forget(followed);
        }
      }
    } catch (ExecutionException | TimeoutException | SQLException | RuntimeException later) {
      LOG.warnf("argo.delayed workflow=%s cause=\"%s\"", followed.name(), later);
    }
  }

  private void forget(Followed followed) throws SQLException {
    started.remove(followed.name());
    open.remove(followed.name());
  }

  private Duration longer(Duration interval) {
    Duration doubled = interval.multipliedBy(2);
    return doubled.compareTo(config.longestInterval()) < 0 ? doubled : config.longestInterval();
  }
}
