package com.example.orderflow.contracttests;

import static org.awaitility.Awaitility.await;

import com.example.orderflow.events.Wiring;
import com.example.orderflow.loadtester.Addresses;
import com.example.orderflow.loadtester.Ending;
import com.example.orderflow.loadtester.LoadRun;
import com.example.orderflow.loadtester.RunListener;
import com.example.orderflow.loadtester.RunSettings;
import com.example.orderflow.loadtester.WiringRuns;
import com.example.orderflow.loadtester.balance.BalanceSheet;
import com.example.orderflow.loadtester.balance.Comparison;
import com.example.orderflow.loadtester.reading.OrderFile;
import com.example.orderflow.loadtester.sending.Entrance;
import com.example.orderflow.loadtester.sending.SendSettings;
import com.example.orderflow.loadtester.topics.EventLog;
import com.example.orderflow.loadtester.topics.SeenEvent;
import com.example.orderflow.localplatform.DataFolder;
import com.example.orderflow.localplatform.PlatformAddresses;
import com.example.orderflow.localplatform.PlatformStatus;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;

/**
 * What anybody can do from outside with the platform that runs on a data folder. Its addresses are
 * looked up every time, so a client outlives a platform.
 */
record Client(Path data) implements Addresses {
  /** Not HTTP/2, with which a client does not ask again when an idle connection was just closed. */
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  /** A Trigger may wait so long between two attempts for an event that several kills have hit. */
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(150);

  private static final Duration LONGEST_RESTART = Duration.ofSeconds(60);

  /** Sends every order once and follows all to their ends. */
  BalanceSheet send(OrderFile orders) throws Exception {
    return newRun().run(orders);
  }

  /** The same through all wirings at once. */
  Comparison sendThroughEveryWiring(OrderFile orders) throws Exception {
    return new WiringRuns(wiring -> newRun(through(wiring)))
        .run(orders, Arrays.asList(Wiring.values()));
  }

  SendSettings through(Wiring wiring) {
    return SendSettings.DEFAULT.withEntrance(new Entrance.Api(Optional.of(wiring)));
  }

  LoadRun newRun() {
    return newRun(SendSettings.DEFAULT);
  }

  LoadRun newRun(SendSettings settings) {
    return new LoadRun(
        this,
        HTTP,
        RunSettings.DEFAULT.withSending(settings).withStallAfter(LONGEST_PAUSE),
        RunListener.none(),
        Clock.systemUTC(),
        new Random());
  }

  /** Everything that the platform has ever seen. */
  BalanceSheet balance() throws InterruptedException {
    return LoadRun.ofEverything(this, HTTP, TIMEOUT);
  }

  /** All that is in the topics. */
  List<SeenEvent> events() {
    List<SeenEvent> events = new ArrayList<>();
    EventLog.read(kafka().orElseThrow(), TIMEOUT, events::add);
    return events;
  }

  /** The event that brought an order to rest; empty while it is on its way. */
  Optional<SeenEvent> lastEvent(String orderId) {
    return events().stream()
        .filter(event -> event.orderId().equals(orderId) && event.ending().isPresent())
        .findFirst();
  }

  Optional<Ending> ending(String orderId) {
    return lastEvent(orderId).flatMap(SeenEvent::ending);
  }

  /** As the PingSource does it every minute. */
  void sweep() throws IOException, InterruptedException {
    URI sweeps = api().orElseThrow().resolve("/sweeps");
    HTTP.send(
        HttpRequest.newBuilder(sweeps).timeout(TIMEOUT).POST(BodyPublishers.noBody()).build(),
        BodyHandlers.discarding());
  }

  /** Posts to the Broker. */
  HttpResponse<String> post(String contentType, byte[] body)
      throws IOException, InterruptedException {
    return HTTP.send(
        HttpRequest.newBuilder(addresses().broker())
            .timeout(TIMEOUT)
            .header("content-type", contentType)
            .POST(BodyPublishers.ofByteArray(body))
            .build(),
        BodyHandlers.ofString());
  }

  PlatformStatus status() throws IOException, InterruptedException {
    URI status = addresses().http().resolve("/platform/status");
    HttpRequest request = HttpRequest.newBuilder(status).timeout(TIMEOUT).build();
    return JSON.readValue(
        HTTP.send(request, BodyHandlers.ofByteArray()).body(), PlatformStatus.class);
  }

  /** One process of that name; empty while none runs. */
  private OptionalLong pid(String name) throws IOException, InterruptedException {
    return status().processes().stream()
        .filter(process -> process.name().equals(name))
        .mapToLong(PlatformStatus.RunningProcess::pid)
        .findAny();
  }

  /** Kills one process of that name (SIGKILL), as soon as there is one. */
  void kill(String name) {
    await()
        .atMost(LONGEST_RESTART)
        .until(() -> pid(name), OptionalLong::isPresent)
        .ifPresent(Processes::kill);
  }

  PlatformAddresses addresses() {
    return DataFolder.running(data)
        .orElseThrow(() -> new IllegalStateException("no platform runs on " + data));
  }

  @Override
  public Optional<URI> api() {
    return DataFolder.running(data).map(addresses -> addresses.services().get("orchestration"));
  }

  @Override
  public Optional<URI> ingress() {
    return DataFolder.running(data).map(PlatformAddresses::broker);
  }

  @Override
  public Optional<String> kafka() {
    return DataFolder.running(data).map(PlatformAddresses::kafka);
  }

  @Override
  public Optional<URI> sandbox() {
    return DataFolder.running(data).map(addresses -> addresses.services().get("sandbox"));
  }
}
