package com.example.orderflow.cli.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RefusalTest {
  private static final Release RELEASE =
      new Release("orderflow", "shop", Path.of("chart"), List.of(), Map.of());

  @Test
  void whatAUserMayNotDoIsNamedByVerbAndResource() {
    assertThat(
            Refusal.of(
                "release",
                "services.serving.knative.dev is forbidden: User \"jane\" cannot create resource \"services\" in API group \"serving.knative.dev\" in the namespace \"shop\""))
        .satisfies(
            finding -> {
              assertThat(finding.found())
                  .isEqualTo("jane may not create services.serving.knative.dev");
              assertThat(finding.next()).contains("kubectl auth can-i");
            });
  }

  @Test
  void aQuotaThatWantsLimitsSaysWhich() {
    assertThat(
            Refusal.of("orchestration", "failed quota: q: must specify limits.cpu for: c").found())
        .contains("quota q", "limits.cpu");
  }

  @Test
  void aWebhookThatDoesNotAnswerIsNamed() {
    assertThat(
            Refusal.of(
                    "release",
                    "Internal error: failed calling webhook \"webhook.serving.knative.dev\": no endpoints available")
                .found())
        .contains("webhook.serving.knative.dev does not answer", "no endpoints");
  }

  @Test
  void whatNobodyKnowsIsQuoted() {
    assertThat(Refusal.of("release", "the moon\nis full").found()).isEqualTo("the moon is full");
  }

  @Test
  void aLockedReleaseSaysHowToFreeIt() {
    assertThat(
            HelmFailure.of("another operation (install/upgrade/rollback) is in progress", RELEASE)
                .next())
        .contains("helm rollback orderflow -n shop", "helm uninstall orderflow -n shop");
  }

  @Test
  void wrongValuesAreQuotedWithTheCommandThatExplainsThem() {
    assertThat(
            HelmFailure.of(
                    "values don't meet the specifications of the schema(s): maxscale", RELEASE)
                .next())
        .contains("./orderflow check infra/helm/orderflow --values");
  }
}
