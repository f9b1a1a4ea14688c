package com.example.orderflow.cli.cluster;

import static com.example.orderflow.cli.cluster.Namespace.ended;
import static com.example.orderflow.cli.cluster.Namespace.running;
import static com.example.orderflow.cli.cluster.Namespace.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import com.example.orderflow.cli.Finding;
import com.example.orderflow.cli.Finding.Level;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiagnosisTest {
  private final Namespace namespace = new Namespace();

  @Test
  void anImageThatIsNotPulledIsNamed() {
    namespace
        .service("ship-order", "Unknown")
        .podOf("ship-order", waiting("ImagePullBackOff", "registry.example.com: no such host"));

    assertThat(only())
        .satisfies(
            finding -> {
              assertThat(finding.level()).isEqualTo(Level.BAD);
              assertThat(finding.about()).isEqualTo("ship-order");
              assertThat(finding.found()).contains("dev.local/program:9", "no such host");
              assertThat(finding.next()).contains("./orderflow images --load");
            });
  }

  @Test
  void twoPodsThatFailAlikeAreOneFinding() {
    namespace
        .service("ship-order", "Unknown")
        .podOf("ship-order", waiting("ErrImagePull", ""))
        .podOf("ship-order", waiting("ErrImagePull", ""));

    assertThat(Diagnosis.of(namespace.observed())).hasSize(1);
  }

  @Test
  void aPodThatNoNodeTakesSaysWhatIsShort() {
    namespace
        .service("ship-order", "Unknown")
        .unschedulable("ship-order", "0/1 nodes are available: 1 Insufficient cpu.");

    assertThat(only().found()).contains("Insufficient cpu");
    assertThat(only().next()).contains("resources.requests");
  }

  @Test
  void aSecretThatAVariableReadsIsNamedWhenItIsMissing() {
    namespace
        .service("ship-order", "Unknown")
        .podOf(
            "ship-order",
            waiting("CreateContainerConfigError", "secret \"ship-order-database\" not found"));

    assertThat(only().found()).contains("secret \"ship-order-database\" not found");
    assertThat(only().next()).contains("url, username and password", "-n shop");
  }

  @Test
  void aSecretThatIsMountedIsNamedWhenItIsMissing() {
    namespace
        .service("ship-order", "Unknown")
        .podOf("ship-order", waiting("ContainerCreating", ""))
        .warningOfThePod("FailedMount", "secret \"postgresql-admin\" not found");

    assertThat(only().found()).contains("secret \"postgresql-admin\" not found");
  }

  @Test
  void aUsedUpQuotaSaysWhatWasAskedForAndWhatIsLeft() {
    namespace
        .deployment("orchestration", 1, 0)
        .podsRefused(
            "orchestration",
            "Error creating: pods \"orchestration-5f\" is forbidden: exceeded quota: small, requested: pods=1, used: pods=8, limited: pods=8");

    assertThat(only().found()).contains("quota small", "pods=1 asked for, pods=8 of pods=8 used");
    assertThat(only().next()).contains("kubectl describe quota");
  }

  @Test
  void anAdmissionWebhookThatRefusesIsQuoted() {
    namespace
        .deployment("orchestration", 1, 0)
        .podsRefused(
            "orchestration",
            "admission webhook \"policy.example.com\" denied the request: no team label");

    assertThat(only().found()).contains("policy.example.com", "no team label");
  }

  @Test
  void podSecurityThatRefusesIsQuoted() {
    namespace
        .deployment("orchestration", 1, 0)
        .podsRefused(
            "orchestration",
            "pods \"o\" is forbidden: violates PodSecurity \"restricted:latest\": runAsNonRoot != true");

    assertThat(only().found()).contains("restricted:latest", "runAsNonRoot != true");
  }

  @Test
  void aCrashLoopShowsTheLastLinesWithoutTheFramesOfItsStackTrace() {
    namespace
        .service("ship-order", "Unknown")
        .podOf("ship-order", ended("Error", 1, 4))
        .log("started\njava.net.UnknownHostException: db\n\tat java.net.Socket.connect\n");

    assertThat(only().level()).isEqualTo(Level.BAD);
    assertThat(only().found())
        .contains("exit code 1, after 5 starts", "UnknownHostException: db")
        .doesNotContain("Socket.connect");
  }

  @Test
  void whatAProgramSaysAgainAndAgainIsShownOnce() {
    namespace
        .service("ship-order", "Unknown")
        .podOf("ship-order", ended("Error", 1, 4))
        .log("10:00:01 no database\n10:00:02 no database\n10:00:03 no database\n");

    assertThat(only().found())
        .contains("10:00:03 no database")
        .doesNotContain("10:00:01", "10:00:02");
  }

  @Test
  void aProgramThatEndedOnceMayYetStart() {
    namespace.service("ship-order", "Unknown").podOf("ship-order", ended("Error", 1, 1));

    assertThat(only().level()).isEqualTo(Level.NOTE);
  }

  @Test
  void aProgramKilledAtItsMemoryLimitIsToldWhichLimitToRaise() {
    namespace.service("ship-order", "Unknown").podOf("ship-order", ended("OOMKilled", 137, 4));

    assertThat(only().found()).contains("memory limit");
    assertThat(only().next()).contains("resources.limits.memory of ship-order");
  }

  @Test
  void aFailingProbeIsQuotedWithTheLog() {
    namespace
        .service("ship-order", "Unknown")
        .podOf("ship-order", running())
        .warningOfThePod("Unhealthy", "Readiness probe failed: statuscode: 503")
        .log("no connection to db:5432");

    assertThat(only().found()).contains("statuscode: 503", "no connection to db:5432");
    assertThat(only().next()).contains("kubectl logs -n shop ship-order-00001-pod -c ship-order");
  }

  @Test
  void failedMigrationsShowTheEndOfTheirLog() {
    namespace
        .migrations(4, "BackoffLimitExceeded")
        .log("password authentication failed for user \"admin\"");

    assertThat(only().level()).isEqualTo(Level.BAD);
    assertThat(only().found())
        .contains("BackoffLimitExceeded", "password authentication failed for user \"admin\"");
    assertThat(only().next()).contains("kubectl logs -n shop job/migrations");
  }

  @Test
  void migrationsThatTakeLongSayWhatTheyWaitFor() {
    namespace.migrations(0, "").log("waiting for jdbc:postgresql://db: Connection refused");

    assertThat(only().level()).isEqualTo(Level.NOTE);
    assertThat(only().found()).contains("still running", "Connection refused");
  }

  @Test
  void aPartWithoutAKnownCauseIsQuotedItself() {
    namespace.service("ship-order", "Unknown");

    assertThat(only().found()).contains("as Knative says");
    assertThat(only().next()).isEqualTo("kubectl describe ksvc ship-order");
  }

  @Test
  void aPartThatNobodyCaresForIsFound() {
    namespace.unseen("eventing.knative.dev/v1", "Broker", "orders");

    assertThat(only().found()).contains("no controller has said anything of it");
  }

  @Test
  void whatAnEarlierRevisionLeftBehindIsNoMatter() {
    namespace
        .service("ship-order", "Unknown")
        .podOf("ship-order", "ship-order-00000", waiting("ImagePullBackOff", ""));

    assertThat(only().found()).doesNotContain("image");
  }

  @Test
  void whereEverythingIsReadyNothingIsFound() {
    namespace
        .service("ship-order", "True")
        .deployment("orchestration", 1, 1)
        .podOf("ship-order", running())
        .warningOfThePod("Unhealthy", "Readiness probe failed");

    assertThat(Diagnosis.of(namespace.observed())).isEmpty();
  }

  private Finding only() {
    List<Finding> findings = Diagnosis.of(namespace.observed());
    assertThat(findings).hasSize(1);
    return findings.getFirst();
  }
}
