package com.example.orderflow.localplatform.argo;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/**
 * Runs the stored workflows, each on a virtual thread.
 *
 * <pre>
 *   submitted ─► waits for a place ─► runs ─► finished ─► forgotten after its time to live
 *                        ▲              │
 *                        └── a pause ◄──┘ gives its place away
 * </pre>
 *
 * Whatever is stored and has not ended is begun again by a start.
 */
final class Controller implements AutoCloseable {
  /** More at once would only queue at the functions. */
  private static final int PLACES = 64;

  private static final int PAGE = 1_000;
  private static final Duration CLEANING = Duration.ofSeconds(1);
  private static final Duration DATABASE_PAUSE = Duration.ofMillis(500);

  private final WorkflowTemplateSpec template;
  private final WorkflowStore store;
  private final HttpCaller caller;
  private final Clock clock;
  private final Consumer<String> trouble;
  private final Semaphore places = new Semaphore(PLACES, true);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  Controller(
      WorkflowTemplateSpec template,
      WorkflowStore store,
      HttpCaller caller,
      Clock clock,
      Consumer<String> trouble) {
    this.template = template;
    this.store = store;
    this.caller = caller;
    this.clock = clock;
    this.trouble = trouble;
  }

  private interface Query<T> {
    T run() throws SQLException;
  }

  private interface Work {
    void run() throws InterruptedException;
  }

  /** Goes on with what a platform before this one has left. */
  void start() throws SQLException {
    LabelSelector open = LabelSelector.read(LabelSelector.COMPLETED + "!=true");
    List<Workflow> page = store.list(open, 0, PAGE);
    while (!page.isEmpty()) {
      page.forEach(workflow -> run(workflow.name()));
      page = store.list(open, page.getLast().number(), PAGE);
    }
    begin("cleaning", this::clean);
  }

  /** Runs a workflow that is stored. */
  void run(String name) {
    begin(
        name,
        () -> {
          places.acquire();
          try {
            Optional<Workflow> workflow = patiently(() -> store.find(name));
            if (workflow.isPresent() && workflow.get().finishedAt() == null) {
              runOf(workflow.get()).go();
            }
          } finally {
            places.release();
          }
        });
  }

  /** Leaves what runs as it stands, for the next start. */
  @Override
  public void close() {
    threads.shutdownNow();
    threads.close();
  }

  private Run runOf(Workflow workflow) {
    return new Run(template, workflow, journal(workflow.uid()), caller, this::pause, clock);
  }

  private Run.Journal journal(UUID uid) {
    return new Run.Journal() {
      @Override
      public boolean started(Instant at) throws InterruptedException {
        return patiently(() -> store.started(uid, at));
      }

      @Override
      public boolean add(NodeStatus node) throws InterruptedException {
        return patiently(() -> store.add(uid, node));
      }

      @Override
      public boolean finished(NodePhase phase, String message, Instant at)
          throws InterruptedException {
        return patiently(() -> store.finished(uid, phase, message, at));
      }
    };
  }

  private void pause(Duration pause) throws InterruptedException {
    places.release();
    try {
      Thread.sleep(pause);
    } finally {
      places.acquireUninterruptibly();
    }
  }

  private void clean() throws InterruptedException {
    while (true) {
      Instant now = clock.instant();
      patiently(
          () -> {
            store.forget(
                now.minus(template.timeToLive().afterSuccess()),
                now.minus(template.timeToLive().afterFailure()));
            return true;
          });
      Thread.sleep(CLEANING);
    }
  }

  /** A database that is away comes back. */
  private <T> T patiently(Query<T> query) throws InterruptedException {
    while (true) {
      try {
        return query.run();
      } catch (SQLException e) {
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
        if (!isAway(e)) {
          throw new IllegalStateException(e);
        }
        Thread.sleep(DATABASE_PAUSE);
      }
    }
  }

  /** Connection lost, operator intervention, out of resources; or no connection was to be had. */
  private static boolean isAway(SQLException e) {
    String state = e.getSQLState();
    return state == null
        || state.startsWith("08")
        || state.startsWith("57")
        || state.startsWith("53");
  }

  private void begin(String name, Work work) {
    threads.execute(
        () -> {
          try {
            work.run();
          } catch (InterruptedException e) {
            // closing: what is stored is gone on with by the next start
          } catch (RuntimeException e) {
            trouble.accept("workflow %s stopped: %s".formatted(name, e));
          }
        });
  }
}
