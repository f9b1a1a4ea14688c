package com.example.orderflow.localplatform.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.common.Uuid;

/**
 * One real Kafka (KRaft, broker and controller in one) as a child process.
 *
 * <pre>
 *   format, once ─► start ─► ready: its port answers ─► … ─► stop
 *                     ▲                                  │ died
 *                     └──────────────────────────────────┘
 * </pre>
 *
 * What it acknowledged survives a {@code kill -9}: it is in the page cache, which belongs to the
 * operating system. Only a power cut would need more, and a log on one disk is no match for that.
 */
public final class KafkaServer {
  private static final String NAME = "kafka";

  /** 1.0 to 1.4 s when idle; after a kill -9 on a busy machine the logs are recovered first. */
  private static final Duration START_LIMIT = Duration.ofSeconds(60);

  private static final Duration POLL = Duration.ofMillis(20);

  /** Its clean stop takes half a second, but one that trains its startup cache writes it then. */
  private static final Duration STOP_GRACE = Duration.ofSeconds(30);

  private static final RestartBackoff RESTARTS =
      new RestartBackoff(Duration.ofMillis(200), Duration.ofSeconds(10));

  private final Processes processes;
  private final Path jars;
  private final StartupCache cache;
  private final KafkaSettings settings;
  private final Supervisor supervisor;

  /**
   * @param jars the folder with the server's class path
   * @param folder where its settings and its log live
   */
  public KafkaServer(
      Processes processes,
      Path jars,
      StartupCache cache,
      Path folder,
      int port,
      int controllerPort,
      Consumer<ServerNotice> notices) {
    this.processes = processes;
    this.jars = jars;
    this.cache = cache;
    this.settings = new KafkaSettings(folder, port, controllerPort);
    this.supervisor = new Supervisor(NAME, this::run, RESTARTS, notices);
  }

  /** Returns when Kafka takes requests. */
  public void start() throws IOException {
    requireJars();
    settings.write();
    if (!settings.isFormatted()) {
      format();
    }
    supervisor.start();
  }

  public String bootstrapServers() {
    return settings.bootstrapServers();
  }

  public long pid() {
    return supervisor.server().pid();
  }

  public void stop() {
    supervisor.stop();
  }

  private void format() throws IOException {
    Command storageTool =
        java(
            NAME + "-format",
            cache.read(NAME),
            "kafka.tools.StorageTool",
            "format",
            "--ignore-formatted", // one that was killed in the middle
            "--cluster-id",
            Uuid.randomUuid().toString(),
            "--config",
            settings.file().toString());
    ChildProcess format = processes.start(storageTool);
    if (format.exited().join().code() != 0) {
      throw failed("could not format " + settings.folder(), format);
    }
  }

  private RunningServer run() throws IOException {
    Command broker = java(NAME, cache.options(NAME), "kafka.Kafka", settings.file().toString());
    ChildProcess process = processes.start(broker);
    Wait.until(() -> !process.isAlive() || FreePorts.answers(settings.port()), START_LIMIT, POLL);
    if (!process.isAlive() || !FreePorts.answers(settings.port())) {
      process.kill().join();
      throw failed("did not start", process);
    }
    return new RunningServer(process, () -> process.stop(STOP_GRACE).join());
  }

  /**
   * Measured on 2 cores, start to open port: 2.3 s and 177 MB with the defaults and this heap; 2.1
   * s and 155 MB with the serial collector and only the first compiler; 1.0 s with a startup cache
   * too.
   */
  private Command java(String name, List<String> cached, String mainClass, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(JavaProgram.JAVA.toString());
    command.addAll(cached);
    command.addAll(
        List.of(
            "-Xms64m",
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError",
            "-Djava.util.logging.config.file=" + settings.loggingFile(),
            "-cp",
            jars.resolve("*").toString(),
            mainClass));
    command.addAll(List.of(arguments));
    return new Command(name, command, Map.of());
  }

  private void requireJars() throws IOException {
    if (!Files.isDirectory(jars)) {
      throw new IOException(
          "Kafka's jars are not in %s: mvn -pl local-platform/kafka-server package"
              .formatted(jars));
    }
  }

  private static IOException failed(String what, ChildProcess process) {
    return new IOException(
        "Kafka %s (log: %s):%n%s"
            .formatted(what, process.logFile(), String.join("\n", process.lastLines(20))));
  }
}
