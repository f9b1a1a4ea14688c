package com.example.orderflow.loadtester;

import static org.awaitility.Awaitility.await;

import com.example.orderflow.events.Channels;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** A real Kafka that a test may kill, and start again on another port with the same log. */
final class KafkaProcess implements AutoCloseable {
  private static final Path JARS = Path.of("../local-platform/kafka-server/target/lib");
  private static final String CLUSTER = "MkU3OEVBNTcwNTJENDM2Qk";

  private final Path folder;
  private int port;
  private Process process;

  KafkaProcess(Path folder) {
    this.folder = folder;
    start();
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers()))) {
      admin
          .createTopics(
              Stream.of(Channels.ORDER_EVENTS_TOPIC, Channels.DEAD_LETTERS_TOPIC)
                  .map(topic -> new NewTopic(topic, 3, (short) 1))
                  .toList())
          .all()
          .get(30, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException("the topics could not be made", e);
    }
  }

  void start() {
    try {
      port = freePort();
      Path config = writeConfig();
      run(
              "kafka.tools.StorageTool",
              "format",
              "--ignore-formatted",
              "-t",
              CLUSTER,
              "-c",
              config.toString())
          .waitFor();
      process = run("kafka.Kafka", config.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    await().atMost(Duration.ofSeconds(60)).until(this::isListening);
  }

  void kill() {
    process.destroyForcibly().onExit().join();
  }

  String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  @Override
  public void close() {
    kill();
  }

  private Path writeConfig() throws IOException {
    return Files.writeString(
        folder.resolve("server.properties"),
        """
        process.roles=broker,controller
        node.id=1
        controller.quorum.voters=1@127.0.0.1:%2$d
        listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
        advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
        controller.listener.names=CONTROLLER
        log.dirs=%3$s
        broker.session.timeout.ms=1400
        broker.heartbeat.interval.ms=350
        """
            .formatted(port, freePort(), folder.resolve("log")));
  }

  private Process run(String mainClass, String... arguments) throws IOException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Stream<String> command =
        Stream.of(
            java.toString(), "-XX:TieredStopAtLevel=1", "-Xmx256m", "-cp", JARS + "/*", mainClass);
    List<String> all = Stream.concat(command, Stream.of(arguments)).toList();
    return new ProcessBuilder(all)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("out.txt").toFile()))
        .start();
  }

  private boolean isListening() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
