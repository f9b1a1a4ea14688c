package com.example.orderflow.contracttests.containers;

import com.example.orderflow.loadtester.Addresses;
import com.example.orderflow.loadtester.ApiAddresses;
import io.fabric8.kubernetes.api.model.PodSpec;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.startupcheck.OneShotStartupCheckStrategy;
import org.testcontainers.lifecycle.Startables;

/**
 * The order service and what it needs, one container a pod, in a network where each has the name of
 * its Service in the cluster. So the variables are those of the manifests.
 *
 * <pre>
 *   postgresql ◄─ migrations (ends)
 *   kafka, sandbox ◄─ validate-order, process-payment, ship-order ◄─ orchestration ◄─ tests
 * </pre>
 */
final class RunningContainers implements AutoCloseable {
  static final List<String> PROGRAMS =
      List.of("validate-order", "process-payment", "ship-order", "sandbox", "orchestration");

  static final List<String> SERVERS = List.of("postgresql", "kafka");
  private static final String NATIVE = "native";

  /** Where the Service of every program listens. */
  private static final int PORT = 80;

  /** So a payment is in flight for long enough to look at it. */
  private static final Map<String, String> SLOWER = Map.of("SANDBOX_PAYMENT_SLOW_LATENCY", "4s");

  private final PodManifests manifests = PodManifests.read();
  private final Network network = Network.newNetwork();
  private final Map<String, PodContainer> running = new HashMap<>();
  private final MountedSecrets secrets = new MountedSecrets();

  private RunningContainers() {}

  static RunningContainers start() {
    RunningContainers containers = new RunningContainers();
    try {
      containers.startAll(SERVERS.stream().map(containers::server));
      containers.migrate();
      containers.startAll(PROGRAMS.stream().map(containers::known));
      return containers;
    } catch (RuntimeException e) {
      containers.close();
      throw e;
    }
  }

  /** The container that everybody uses. */
  PodContainer container(String name) {
    return running.get(name);
  }

  Collection<PodContainer> all() {
    return running.values();
  }

  /** One more container of a program, which a test may end. */
  PodContainer another(String program) {
    PodContainer container = program(program);
    container.start();
    return container;
  }

  /** For those outside of the containers' network. */
  Addresses addresses() {
    return new ApiAddresses(
        () -> Optional.of(container("orchestration").uri()),
        () -> Optional.of(container("sandbox").uri()));
  }

  /** In reverse, then what they shared. */
  @Override
  public void close() {
    PROGRAMS.reversed().forEach(this::stop);
    SERVERS.reversed().forEach(this::stop);
    network.close();
    secrets.close();
  }

  private void stop(String name) {
    PodContainer container = running.remove(name);
    if (container != null) {
      container.stop();
    }
  }

  private void startAll(Stream<PodContainer> containers) {
    Startables.deepStart(containers.toList()).join();
  }

  private PodContainer server(String name) {
    PodContainer server = pod(name, Map.of());
    return keep(name, server.serving(server.port()));
  }

  private PodContainer known(String name) {
    return keep(name, program(name));
  }

  private PodContainer keep(String name, PodContainer container) {
    running.put(name, container.withNetworkAliases(name + ".orderflow.svc.cluster.local"));
    return container;
  }

  private PodContainer program(String name) {
    Map<String, String> variables = new HashMap<>(Map.of("PORT", Integer.toString(PORT)));
    variables.putAll(name.equals("sandbox") ? SLOWER : Map.of());
    return pod(name, variables).serving(PORT);
  }

  /** Brings roles and tables, as the Job does, and is over. */
  private void migrate() {
    try (PodContainer migrations = pod("migrations", Map.of())) {
      manifests.pod("migrations").getVolumes().stream()
          .filter(volume -> volume.getSecret() != null)
          .map(volume -> volume.getSecret().getSecretName())
          .forEach(secret -> migrations.mounting(secret, secrets.folder(manifests.secret(secret))));
      migrations.withStartupCheckStrategy(new OneShotStartupCheckStrategy()).start();
    }
  }

  private PodContainer pod(String name, Map<String, String> more) {
    PodSpec pod = manifests.pod(name);
    Map<String, String> variables =
        new HashMap<>(manifests.variables(pod.getContainers().getFirst()));
    variables.putAll(more);
    return new PodContainer(pod, image(name), variables).withNetwork(network);
  }

  private String image(String name) {
    String image = manifests.pod(name).getContainers().getFirst().getImage();
    boolean variant =
        PROGRAMS.contains(name) && System.getProperty("containers.variant", "").equals(NATIVE);
    return variant ? image + "-" + NATIVE : image;
  }
}
