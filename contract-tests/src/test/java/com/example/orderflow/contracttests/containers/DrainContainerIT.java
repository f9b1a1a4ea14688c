package com.example.orderflow.contracttests.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.example.orderflow.eventpolicy.testing.Answer;
import com.example.orderflow.eventpolicy.testing.TestEvent;
import com.example.orderflow.events.EventType;
import com.example.orderflow.loadtester.balance.Ledger;
import com.example.orderflow.loadtester.balance.LedgerEntry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * SIGTERM, as a rollout or a node that is drained sends it.
 *
 * <pre>
 *   request ──────────────► answered
 *            SIGTERM                 └──► the process ends, 143
 * </pre>
 */
class DrainContainerIT extends OnContainers {
  /** 128 and the number of SIGTERM: ended because it was asked to. */
  private static final int TERMINATED = 143;

  @Test
  void aPaymentInFlightIsAnswered() {
    TestEvent slow = slowPayment("drained-payment");
    try (PodContainer function = containers.another(EventType.Source.PROCESS_PAYMENT)) {
      URI uri = function.uri();
      CompletableFuture<Answer> answer = send(slow.binary(uri));
      await("the charge").until(() -> isCharged("drained-payment"));
      assertThat(answer).isNotDone();

      function.terminate();

      await("the end to begin").until(() -> isEnding(function));
      assertThat(answer).isNotDone();
      assertThat(answer.join().attribute("type")).isEqualTo(EventType.PAYMENT_COMPLETED.type());
      assertThat(function.exitCode()).isEqualTo(TERMINATED);
    }
  }

  @Test
  void aChargeOfTheSandboxInFlightIsAnswered() {
    try (PodContainer sandbox = containers.another("sandbox")) {
      CompletableFuture<Answer> answer = send(slowCharge(sandbox.uri(), "drained-charge"));
      await("the charge").until(() -> isCharged("drained-charge"));
      assertThat(answer).isNotDone();

      sandbox.terminate();

      assertThat(answer.join().status()).isEqualTo(201);
      assertThat(sandbox.exitCode()).isEqualTo(TERMINATED);
    }
  }

  @ParameterizedTest
  @MethodSource
  void aRequestThatIsStillComingInIsTakenAndAnswered(HalfSent request) throws Exception {
    try (PodContainer container = containers.another(request.program())) {
      try (HalfSent.Sending sending = request.begin(container.uri())) {
        await("the request").until(() -> isUnderWay(container.uri()));

        container.terminate();

        await("the end to begin").until(() -> isEnding(container));
        assertThat(sending.finish()).isEqualTo(request.status());
      }
      assertThat(container.exitCode()).isEqualTo(TERMINATED);
    }
  }

  static List<HalfSent> aRequestThatIsStillComingInIsTakenAndAnswered() {
    return List.of(
        HalfSent.event(EventType.Source.VALIDATE_ORDER, EventType.ORDER_CREATED),
        HalfSent.event(EventType.Source.SHIP_ORDER, EventType.PAYMENT_COMPLETED),
        HalfSent.order("orchestration"));
  }

  @ParameterizedTest
  @MethodSource("programs")
  void aProgramWithNothingToDoEndsAtOnce(String program) {
    try (PodContainer container = containers.another(program)) {
      container.terminate();

      assertThat(container.exitCode()).isEqualTo(TERMINATED);
    }
  }

  static List<String> programs() {
    return RunningContainers.PROGRAMS;
  }

  private static TestEvent slowPayment(String orderId) {
    return TestEvent.sample(EventType.ORDER_VALIDATED)
        .about(orderId)
        .withData("paymentToken", "tok_slow");
  }

  private static HttpRequest slowCharge(URI sandbox, String orderId) {
    return HttpRequest.newBuilder(sandbox.resolve("/charges"))
        .header("content-type", "application/json")
        .header("idempotency-key", orderId)
        .POST(
            BodyPublishers.ofString(
                """
                {"orderId":"%s","paymentToken":"tok_slow","amount":{"minorUnits":1,"currency":"GBP"}}\
                """
                    .formatted(orderId)))
        .build();
  }

  private static boolean isCharged(String orderId) throws Exception {
    List<LedgerEntry> entries = new ArrayList<>();
    new Ledger(HttpClient.newHttpClient(), containers.addresses().sandbox().orElseThrow())
        .read(entries::add);
    return entries.stream().anyMatch(entry -> entry.orderId().equals(orderId));
  }

  /** Besides the request that asks. */
  private static boolean isUnderWay(URI uri) {
    String metrics =
        Answer.to(HttpRequest.newBuilder(uri.resolve("/q/metrics")).build()).response().body();
    return metrics
        .lines()
        .anyMatch(line -> line.matches("http_server_active_requests\\{.*} 2\\.0"));
  }

  /** The thread that the JVM starts for the signal is there until all is over. */
  private static boolean isEnding(PodContainer container) throws Exception {
    return container
        .execInContainer("sh", "-c", "cat /proc/1/task/*/comm")
        .getStdout()
        .contains("SIGTERM handler");
  }

  private static CompletableFuture<Answer> send(HttpRequest request) {
    return CompletableFuture.supplyAsync(() -> Answer.to(request), Thread::startVirtualThread);
  }
}
