package com.example.orderflow.loadtester.peers;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.HdrHistogram.Histogram;

/**
 * Asks as fast as a server answers: each connection sends its next request when it has its answer.
 *
 * <pre>
 * connection 1  ──request──► answer ──request──► answer ──► …
 * connection 2  ──request───────► answer ──request──► …
 * </pre>
 *
 * <p>Good for how much a server can do, and not for how long customers wait: they do not wait for
 * each other. Requests are ready bytes and answers are hardly looked at, so that one processor of
 * the client keeps one of the fastest server busy.
 */
final class ClosedLoop implements AutoCloseable {
  private static final Duration PAUSE_BEFORE_RECONNECTING = Duration.ofMillis(1);
  private static final long NANOS_PER_MICRO = 1_000;

  private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
  private final Context loop = vertx.getOrCreateContext();
  private final NetClient client = vertx.createNetClient();

  /**
   * What came back in time.
   *
   * @param failed answers other than 2xx, and connections that broke under a request
   * @param latency in microseconds
   */
  record Result(long answered, long failed, double seconds, Histogram latency) {
    double rate() {
      return answered / seconds;
    }
  }

  Result run(URI server, List<Buffer> requests, int connections, Duration length)
      throws InterruptedException {
    Run run = new Run(server, requests, length, new CountDownLatch(connections));
    for (int number = 0; number < connections; number++) {
      int first = number;
      loop.runOnContext(begin -> run.new Connection(first).open());
    }
    run.open.await();
    return new Result(run.answered, run.failed, length.toMillis() / 1e3, run.latency);
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  private final class Run {
    private final URI server;
    private final List<Buffer> requests;
    private final long end;
    private final CountDownLatch open;
    private final Histogram latency = new Histogram(3);
    private long answered;
    private long failed;

    Run(URI server, List<Buffer> requests, Duration length, CountDownLatch open) {
      this.server = server;
      this.requests = requests;
      this.end = System.nanoTime() + length.toNanos();
      this.open = open;
    }

    private final class Connection {
      private int next;
      private Buffer answer = Buffer.buffer();
      private boolean waits;
      private long sentAt;

      Connection(int next) {
        this.next = next;
      }

      void open() {
        client
            .connect(server.getPort(), server.getHost())
            .onSuccess(
                socket -> {
                  socket.handler(bytes -> take(bytes, socket));
                  socket.closeHandler(closed -> reopen());
                  send(socket);
                })
            .onFailure(refused -> reopen());
      }

      private void reopen() {
        if (waits) {
          failed++;
          waits = false;
        }
        if (isOver()) {
          open.countDown();
        } else {
          vertx.setTimer(PAUSE_BEFORE_RECONNECTING.toMillis(), now -> open());
        }
      }

      private void send(NetSocket socket) {
        if (isOver()) {
          socket.close();
          return;
        }
        answer = Buffer.buffer();
        waits = true;
        sentAt = System.nanoTime();
        socket.write(requests.get(next++ % requests.size()));
      }

      private void take(Buffer bytes, NetSocket socket) {
        answer.appendBuffer(bytes);
        WireAnswer read = WireAnswer.of(answer);
        if (!read.whole()) {
          return;
        }
        waits = false;
        if (!isOver()) {
          answered++;
          failed += read.isSuccess() ? 0 : 1;
          latency.recordValue((System.nanoTime() - sentAt) / NANOS_PER_MICRO);
        }
        send(socket);
      }

      private boolean isOver() {
        return System.nanoTime() - end >= 0;
      }
    }
  }
}
