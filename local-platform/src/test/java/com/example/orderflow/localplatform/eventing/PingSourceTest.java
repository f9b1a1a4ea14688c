package com.example.orderflow.localplatform.eventing;

import static com.example.orderflow.localplatform.eventing.Subscriber.Reply.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The clock of these tests stands a moment before noon when a PingSource starts. */
class PingSourceTest {
  private static final Instant ALMOST_NOON = Instant.parse("2026-01-31T11:59:59.800Z");

  private final Vertx vertx = Vertx.vertx();
  private final Subscriber sink = new Subscriber(vertx);
  private final AtomicInteger ids = new AtomicInteger();
  private PingSource source;

  @AfterEach
  void stop() {
    source.close();
    vertx.close();
  }

  @Test
  void anEventIsSentWhenItIsDue() {
    start("*/1 * * * *", Optional.empty());

    var call = sink.getsOne();
    assertThat(call.path()).isEqualTo("/sweeps");
    assertThat(call.header("ce-id")).isEqualTo("ping-1");
    assertThat(call.header("ce-type")).isEqualTo("dev.knative.sources.ping");
    assertThat(call.header("ce-source")).isEqualTo("/apis/v1/namespaces/shop/pingsources/sweep");
    assertThat(call.header("ce-time")).startsWith("2026-01-31T12:00:00.");
    assertThat(call.header("content-type")).isNull();
    assertThat(call.body()).isEmpty();
  }

  @Test
  void itCarriesTheDataOfItsSource() {
    start("*/1 * * * *", Optional.of("{\"all\":true}"));

    assertThat(sink.getsOne().body()).isEqualTo("{\"all\":true}");
    assertThat(sink.getsOne().header("content-type")).isEqualTo("application/json");
  }

  @Test
  void nothingIsSentBefore() {
    start("1 12 * * *", Optional.empty());

    await().during(Duration.ofMillis(500)).until(() -> sink.calls().isEmpty());
  }

  @Test
  void aSinkThatFailsIsAskedFiveTimesMoreAndThenTheEventIsLost() {
    sink.always(status(503));

    start("0 12 * * *", Optional.empty());

    await().during(Duration.ofMillis(500)).until(() -> sink.calls().size() == 6);
    assertThat(sink.ids()).containsOnly("ping-1");
  }

  @Test
  void aSinkThatRefusesIsNotAskedAgain() {
    sink.always(status(400));

    start("0 12 * * *", Optional.empty());

    sink.gets(1);
    await().during(Duration.ofMillis(300)).until(() -> sink.calls().size() == 1);
  }

  private void start(String cron, Optional<String> data) {
    var clock = Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), ALMOST_NOON));
    var uri = ((Address.UriAddress) sink.address()).uri();
    var spec =
        new PingSourceSpec(
            "shop",
            "sweep",
            Schedule.of(cron, ZoneOffset.UTC),
            Optional.of("application/json"),
            data,
            sink.address());
    source =
        new PingSource(
            vertx,
            spec,
            new Route.Stop(
                HttpDestination.at(vertx.createHttpClient(), uri),
                URI.create("http://sink"),
                "/sweeps"),
            clock,
            () -> "ping-" + ids.incrementAndGet());
    source.start();
  }
}
