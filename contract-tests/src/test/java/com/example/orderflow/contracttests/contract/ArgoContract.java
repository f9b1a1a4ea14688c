package com.example.orderflow.contracttests.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.example.orderflow.probe.Answer;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A workflow of http steps with an exit handler. */
@Needs(Engine.ARGO)
abstract class ArgoContract extends Contract {
  /** Whoever restarts it disturbs all others. */
  private static final String ARGO = "argo";

  /** An http step takes 2 to 3 s on a cluster, more on a busy one. */
  private static final Duration PATIENCE = Duration.ofSeconds(180);

  @Test
  @ResourceLock(value = ARGO, mode = ResourceAccessMode.READ)
  void aNameIsTakenOnce() {
    assertThat(submit().status()).isEqualTo(200);

    Http.Response second = submit();

    assertThat(second.status()).isEqualTo(409);
    assertThat(second.json().get("code").asInt()).isEqualTo(6);
    finished();
    desk.getsOnly(key, "first", "second", "exit");
  }

  @Test
  @ResourceLock(value = ARGO, mode = ResourceAccessMode.READ)
  void theWholeAnswerOfAStepIsItsResult() {
    desk.answers(key, "first", Answer.OK.with("{\"price\": 1.50}\n"));

    submit();

    assertThat(finished()).isEqualTo("Succeeded");
    assertThat(text(desk.getsOne(key, "second"))).isEqualTo("{\"price\": 1.50}\n");
  }

  @Test
  @ResourceLock(value = ARGO, mode = ResourceAccessMode.READ)
  void aStepThatFailsIsTriedAgain() {
    desk.answers(key, "first", Answer.status(503));

    submit();

    assertThat(finished()).isEqualTo("Succeeded");
    desk.getsOnly(key, "first", "first", "second", "exit");
  }

  @Test
  @ResourceLock(value = ARGO, mode = ResourceAccessMode.READ)
  void theLimitCountsTheAttemptsAfterTheFirst() {
    Answer fails = Answer.status(503);
    desk.answers(key, "first", fails, fails, fails);

    submit();

    assertThat(finished()).isEqualTo("Failed");
    desk.getsOnly(key, "first", "first", "first", "exit");
  }

  @Test
  @ResourceLock(value = ARGO, mode = ResourceAccessMode.READ)
  void aStepThatTheExpressionExcludesIsNotTriedAgainAndTheExitHandlerIsRun() {
    desk.answers(key, "first", Answer.status(400));

    submit();

    assertThat(finished()).isEqualTo("Failed");
    desk.getsOnly(key, "first", "exit");
    assertThat(text(desk.getsOne(key, "exit"))).isEqualTo("Failed");
  }

  @Test
  @ResourceLock(value = ARGO, mode = ResourceAccessMode.READ)
  void anExitHandlerThatFailsDecidesNothing() {
    desk.answers(key, "exit", Answer.status(500));

    submit();

    assertThat(finished()).isEqualTo("Succeeded");
  }

  @Test
  @ResourceLock(ARGO)
  @OnlyOnACluster(because = "ArgoIT#workflowsGoOnWhereTheyStoodAfterARestart stops and starts it")
  void aWorkflowGoesOnWhereItStoodAfterARestart() {
    desk.answers(key, "second", Answer.OK.after(5_000));
    submit();
    desk.getsOne(key, "second");

    ((ClusterUnderContract) platform()).restartArgo();

    assertThat(finished()).isEqualTo("Succeeded");
    assertThat(desk.calls(key, "first")).hasSize(1);
  }

  @Test
  @ResourceLock(value = ARGO, mode = ResourceAccessMode.READ)
  void anUnknownWorkflowIsNotFound() {
    assertThat(workflow().status()).isEqualTo(404);
  }

  private Http.Response submit() {
    return Http.send(
        "POST",
        at("submit"),
        authorized(),
        """
        {"resourceKind":"WorkflowTemplate","resourceName":"line",\
        "submitOptions":{"name":"%s","parameters":["key=%s"]}}\
        """
            .formatted(name(), key));
  }

  /** How it ended; while the server is started again nobody knows. */
  private String finished() {
    return await(name())
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(200))
        .until(this::workflow, found -> found.status() == 200 && hasFinished(found))
        .json()
        .at("/status/phase")
        .asText();
  }

  private static boolean hasFinished(Http.Response workflow) {
    return workflow.json().path("status").hasNonNull("finishedAt");
  }

  private Http.Response workflow() {
    return Http.send("GET", at(name()), authorized(), "");
  }

  private String name() {
    return "line-" + key;
  }

  private static URI at(String last) {
    return URI.create(
        "%s/api/v1/workflows/%s/%s"
            .formatted(platform().argo(), PlatformUnderContract.NAMESPACE, last));
  }

  private static Map<String, String> authorized() {
    return Map.of("authorization", "Bearer " + platform().argoToken());
  }
}
