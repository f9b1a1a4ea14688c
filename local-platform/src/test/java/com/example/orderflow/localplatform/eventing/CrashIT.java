package com.example.orderflow.localplatform.eventing;

import static com.example.orderflow.localplatform.eventing.Subscriber.Reply.nothing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The platform is killed with {@code kill -9}. */
class CrashIT {
  private final Platform platform = new Platform();
  private final Subscriber subscriber = platform.subscriber();
  private Process dispatcher;

  @AfterEach
  void stop() {
    kill();
    platform.close();
  }

  @Test
  void whatWasInFlightComesAgainAndNothingIsLost() {
    subscriber.answers(nothing());
    platform.start();
    startDispatcher();
    for (int i = 1; i <= 10; i++) {
      platform.takes("" + i, Map.of("ce-partitionkey", "same"), "{}");
    }
    subscriber.gets(10);
    var unanswered = subscriber.ids().getFirst();

    kill();
    platform.takes("while-dead", Map.of("ce-partitionkey", "same"), "{}");
    startDispatcher();

    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> platform.kafka.committed(platform.group("only")) == 11);
    assertThat(subscriber.ids().stream().filter(unanswered::equals)).hasSize(2);
    assertThat(subscriber.ids()).contains("while-dead");
  }

  private void startDispatcher() {
    try {
      dispatcher =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xmx128m",
                  "-cp",
                  System.getProperty("java.class.path"),
                  EventingProcess.class.getName(),
                  platform.kafka.bootstrapServers(),
                  platform.namespace,
                  ((Address.UriAddress) subscriber.address()).uri().toString())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      assertThat(dispatcher.inputReader().readLine()).isEqualTo("started");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private void kill() {
    dispatcher.destroyForcibly();
    try {
      dispatcher.waitFor();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
