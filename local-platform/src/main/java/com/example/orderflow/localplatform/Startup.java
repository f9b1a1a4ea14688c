package com.example.orderflow.localplatform;

import com.example.orderflow.events.Channels;
import com.example.orderflow.localplatform.argo.Argo;
import com.example.orderflow.localplatform.argo.WorkflowTemplateSpec;
import com.example.orderflow.localplatform.eventing.Address;
import com.example.orderflow.localplatform.eventing.Destination;
import com.example.orderflow.localplatform.eventing.Eventing;
import com.example.orderflow.localplatform.eventing.EventingSpec;
import com.example.orderflow.localplatform.eventing.HttpDestination;
import com.example.orderflow.localplatform.manifest.ArgoManifests;
import com.example.orderflow.localplatform.manifest.DeploymentManifest;
import com.example.orderflow.localplatform.manifest.Manifests;
import com.example.orderflow.localplatform.manifest.ServiceManifest;
import com.example.orderflow.localplatform.process.FreePorts;
import com.example.orderflow.localplatform.process.KafkaServer;
import com.example.orderflow.localplatform.process.Password;
import com.example.orderflow.localplatform.process.PostgresServer;
import com.example.orderflow.localplatform.process.Processes;
import com.example.orderflow.localplatform.serving.BuiltPrograms;
import com.example.orderflow.localplatform.serving.FunctionSwitch;
import com.example.orderflow.localplatform.serving.ServiceSpec;
import com.example.orderflow.localplatform.serving.Serving;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * Starts the parts of a platform, each when what it needs is there.
 *
 * <pre>
 *   data folder ─┬─► Kafka, its topics ──────────┬─► serving ─┬─► eventing ──────┬─► http
 *                └─► PostgreSQL, its migrations ─┘            ├─► Argo ──────────┤
 *                                                             ├─► functions ─────┤
 *                                                             └─► orchestration ─┘
 * </pre>
 */
final class Startup {
  private final PlatformOptions options;
  private final PlatformListener listener;
  private final Notices notices;
  private final Parts parts;
  private final FreePorts freePorts = new FreePorts();

  Startup(PlatformOptions options, PlatformListener listener, Parts parts) {
    this.options = options;
    this.listener = listener;
    this.notices = new Notices(listener);
    this.parts = parts;
  }

  PlatformAddresses run() throws Exception {
    Manifests manifests = Manifests.read(options.manifests());
    WorkflowTemplateSpec template = ArgoManifests.read(options.argoManifests());
    DataFolder data =
        parts.start("data folder", () -> DataFolder.claim(options.data()), DataFolder::close);
    LocalPlatform.endLeftovers(data)
        .forEach(name -> listener.trouble(name, "was left by a platform that was killed; ended"));
    Ports ports = new Ports(freePorts, data.kept("ports"));
    int httpPort = options.port() == 0 ? ports.of("http") : ports.exactly("http", options.port());
    Processes processes =
        parts.start("processes", () -> new Processes(data.folder()), Processes::close);

    KafkaServer kafka = kafka(data, ports, processes);
    PostgresServer postgres = postgres(data, ports, processes);
    Databases databases =
        new Databases(options.migrations(), options.argoMigrations(), data.folder("passwords"));
    parts.startTogether(List.of(kafka(kafka, manifests.eventing()), postgres(postgres, databases)));

    Vertx vertx = parts.start("vertx", Startup::vertx, v -> await(v.close()));
    BuiltPrograms programs = new BuiltPrograms(options.home(), options.startupCache());
    Serving serving =
        parts.start(
            "serving",
            () -> new Serving(vertx, processes, freePorts, programs, notices::of),
            s -> await(s.stop()));
    String argoToken = Password.in(data.folder("passwords").resolve("orchestration-argo"));
    LocalValues values =
        new LocalValues(
            manifests.namespace(),
            databases,
            postgres,
            kafka.bootstrapServers(),
            ports,
            manifests.serviceNames(),
            ports.uri("http"),
            argoToken);
    for (ServiceManifest manifest : manifests.services()) {
      ServiceSpec spec = manifest.resolve(values);
      await(serving.start(spec, ports.of(spec.name())));
    }

    Deployments deployments = new Deployments(processes, programs, ports, notices::of);
    AtomicReference<Eventing> eventing = new AtomicReference<>();
    AtomicReference<Argo> argo = new AtomicReference<>();
    List<Parts.Part> programsAndEventing = new ArrayList<>();
    programsAndEventing.add(
        eventing(
            vertx, kafka, manifests.eventing(), destinations(vertx, serving, ports), eventing));
    programsAndEventing.add(
        new Parts.Part(
            "argo",
            () ->
                argo.set(
                    Argo.start(
                        vertx,
                        template,
                        argoToken,
                        databases.argo(postgres),
                        new ClusterHosts(
                            manifests.namespace(), manifests.serviceNames(), ports::uri),
                        reason -> listener.trouble("argo", reason))),
            () -> close(argo)));
    for (DeploymentManifest deployment : manifests.deployments()) {
      programsAndEventing.add(deployments.part(deployment, values));
    }
    programsAndEventing.add(new Parts.Part("functions", () -> await(serving.begun()), () -> {}));
    parts.startTogether(programsAndEventing);

    Census census = new Census(kafka, postgres, deployments, serving);
    PlatformHttp http =
        new PlatformHttp(
            vertx,
            census::status,
            eventing.get()::deliveries,
            new FunctionSwitch(vertx, programs, serving),
            argo.get().server(),
            eventing.get().ingress());
    parts.start("http", () -> await(http.listen(httpPort)), server -> await(server.close()));

    PlatformAddresses addresses = addresses(manifests, ports, kafka, postgres);
    data.publish(addresses);
    return addresses;
  }

  /** A part that could not start is stopped too, and there is nothing to close. */
  private static void close(AtomicReference<? extends AutoCloseable> part) throws Exception {
    if (part.get() != null) {
      part.get().close();
    }
  }

  /** Programs that begin before a topic is there would miss it for minutes. */
  private static Parts.Part kafka(KafkaServer kafka, EventingSpec eventing) {
    return new Parts.Part(
        "kafka",
        () -> {
          kafka.start();
          Eventing.createTopics(kafka.bootstrapServers(), eventing);
        },
        kafka::stop);
  }

  private static Parts.Part postgres(PostgresServer postgres, Databases databases) {
    return new Parts.Part(
        "postgres",
        () -> {
          postgres.start();
          databases.setUp(postgres);
        },
        postgres::stop);
  }

  private static Parts.Part eventing(
      Vertx vertx,
      KafkaServer kafka,
      EventingSpec spec,
      Function<Address.ServiceAddress, Destination> services,
      AtomicReference<Eventing> eventing) {
    return new Parts.Part(
        "eventing",
        () -> eventing.set(Eventing.start(vertx, kafka.bootstrapServers(), spec, services)),
        () -> close(eventing));
  }

  /** A Knative Service is called within this process, a Deployment where it listens. */
  private static Function<Address.ServiceAddress, Destination> destinations(
      Vertx vertx, Serving serving, Ports ports) {
    HttpClient client = vertx.createHttpClient();
    return address ->
        serving
            .service(address.name())
            .<Destination>map(service -> service)
            .orElseGet(() -> HttpDestination.at(client, ports.uri(address.name())));
  }

  /**
   * Without WebSockets, which nobody speaks here: with them Vert.x answers an unknown version of
   * HTTP itself, with 501 and no reason.
   */
  private static Vertx vertx() {
    System.setProperty("vertx.disableWebsockets", "true");
    return Vertx.vertx();
  }

  private KafkaServer kafka(DataFolder data, Ports ports, Processes processes) {
    return new KafkaServer(
        processes,
        options.home().resolve("local-platform/kafka-server/target/lib"),
        options.startupCache(),
        data.folder("kafka"),
        ports.of("kafka"),
        ports.of("kafka-controller"),
        notices::of);
  }

  private PostgresServer postgres(DataFolder data, Ports ports, Processes processes) {
    return new PostgresServer(
        processes,
        options.home().resolve("local-platform/target/postgres"),
        data.folder("postgres"),
        ports.of("postgres"),
        notices::of);
  }

  private static PlatformAddresses addresses(
      Manifests manifests, Ports ports, KafkaServer kafka, PostgresServer postgres) {
    URI http = ports.uri("http");
    Map<String, URI> services = new TreeMap<>();
    manifests.serviceNames().forEach(name -> services.put(name, ports.uri(name)));
    ProcessHandle self = ProcessHandle.current();
    return new PlatformAddresses(
        self.pid(),
        self.info().startInstant().orElseGet(Instant::now),
        http,
        http.resolve("/%s/%s".formatted(manifests.namespace(), Channels.BROKER)),
        services,
        kafka.bootstrapServers(),
        postgres.jdbcUrl(""));
  }

  private static <T> T await(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().join();
  }
}
