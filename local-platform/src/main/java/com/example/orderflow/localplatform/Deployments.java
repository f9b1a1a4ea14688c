package com.example.orderflow.localplatform;

import com.example.orderflow.localplatform.manifest.DeploymentManifest;
import com.example.orderflow.localplatform.manifest.EnvValue;
import com.example.orderflow.localplatform.process.Command;
import com.example.orderflow.localplatform.process.Processes;
import com.example.orderflow.localplatform.process.ProgramServer;
import com.example.orderflow.localplatform.process.ServerNotice;
import com.example.orderflow.localplatform.serving.BuiltPrograms;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The programs that always run. Nothing stands between them and who calls them: a stream of events
 * to a browser may last for hours.
 */
final class Deployments {
  private final Processes processes;
  private final BuiltPrograms programs;
  private final Ports ports;
  private final Consumer<ServerNotice> notices;
  private final Map<String, ProgramServer> running = new TreeMap<>();

  Deployments(
      Processes processes, BuiltPrograms programs, Ports ports, Consumer<ServerNotice> notices) {
    this.processes = processes;
    this.programs = programs;
    this.ports = ports;
    this.notices = notices;
  }

  /** How to start and stop one; it is started when it is ready. */
  Parts.Part part(DeploymentManifest deployment, Function<EnvValue, Optional<String>> values)
      throws IOException {
    URI uri = ports.uri(deployment.name());
    Map<String, String> env = new HashMap<>(deployment.env().resolve(values));
    env.put("PORT", Integer.toString(uri.getPort()));
    env.put("QUARKUS_HTTP_HOST", uri.getHost());
    Command command =
        new Command(deployment.name(), programs.server(deployment.name(), deployment.image()), env);
    ProgramServer server =
        new ProgramServer(processes, command, uri.resolve(deployment.readinessPath()), notices);
    running.put(deployment.name(), server);
    return new Parts.Part(deployment.name(), server::start, server::stop);
  }

  /** Those that run, by name. */
  Map<String, ProgramServer> running() {
    return Map.copyOf(running);
  }
}
