package com.example.orderflow.contracttests.containers;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.orderflow.contracttests.FunctionCorpus;
import com.example.orderflow.contracttests.HostileRequest;
import com.example.orderflow.eventpolicy.testing.Answer;
import com.example.orderflow.eventpolicy.testing.TestEvent;
import com.example.orderflow.events.Channels;
import com.github.dockerjava.api.command.InspectContainerResponse.ContainerState;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A function stays below the memory limit of its manifest, whatever it is sent. */
class MemoryContainerIT extends OnContainers {
  /** As many as {@code containerConcurrency} lets through at once. */
  private static final int AT_ONCE = 40;

  private static final int LARGE_EVENTS = 200;
  private static final int UNAVAILABLE = 503;
  private static final int RETRIES = 10;

  static List<String> functions() {
    return FunctionCorpus.functions();
  }

  @ParameterizedTest
  @MethodSource("functions")
  void aFunctionOutlivesAllHostileRequestsAtOnce(String function) throws Exception {
    try (PodContainer container = containers.another(function)) {
      allAtOnce(
          FunctionCorpus.against(function).stream()
              .<Callable<HostileRequest.Reply>>map(request -> () -> request.sendTo(container.uri()))
              .toList());

      assertAlive(container);
    }
  }

  @ParameterizedTest
  @MethodSource("functions")
  void aFunctionOutlivesTheLargestEventsAtOnce(String function) throws Exception {
    TestEvent good = TestEvent.sample(FunctionCorpus.FUNCTIONS.get(function));
    int room = Channels.LARGEST_EVENT_BYTES - good.data().toString().length();
    String largest = good.data() + " ".repeat(room);
    try (PodContainer container = containers.another(function)) {
      HttpRequest event = good.binary(container.uri(), largest);

      List<Answer> answers =
          allAtOnce(
              IntStream.range(0, LARGE_EVENTS)
                  .<Callable<Answer>>mapToObj(n -> () -> delivered(event))
                  .toList());

      assertThat(answers).extracting(Answer::status).containsOnly(200);
      assertAlive(container);
    }
  }

  /** Sent again, as by a Trigger, as long as the policy says that a dependency was too slow. */
  private static Answer delivered(HttpRequest event) {
    Answer answer = Answer.to(event);
    for (int retry = 0; isUnavailable(answer) && retry < RETRIES; retry++) {
      answer = Answer.to(event);
    }
    return answer;
  }

  /** Any other 503 is the container's own, and a failure. */
  private static boolean isUnavailable(Answer answer) {
    return answer.status() == UNAVAILABLE && answer.header("retry-after") != null;
  }

  private static <T> List<T> allAtOnce(List<Callable<T>> requests) throws Exception {
    try (ExecutorService senders = Executors.newFixedThreadPool(AT_ONCE)) {
      List<T> answers = new ArrayList<>();
      for (Future<T> answer : senders.invokeAll(requests)) {
        answers.add(answer.get());
      }
      return answers;
    }
  }

  private static void assertAlive(PodContainer container) {
    ContainerState state = container.state();
    assertThat(state.getOOMKilled()).as("killed for its memory").isFalse();
    assertThat(state.getRunning()).as("exit code %s", state.getExitCodeLong()).isTrue();
    assertThat(status(container.uri().resolve("/q/health/ready"))).isEqualTo(200);
  }
}
