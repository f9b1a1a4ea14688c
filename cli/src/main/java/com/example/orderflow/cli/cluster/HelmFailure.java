package com.example.orderflow.cli.cluster;

import com.example.orderflow.cli.Finding;

/** What Helm says when it does not install: whose refusal it passes on, and the next step. */
final class HelmFailure {
  private HelmFailure() {}

  static Finding of(String message, Release release) {
    String said = message.strip();
    if (said.contains("another operation (install/upgrade/rollback) is in progress")) {
      return Finding.bad(
          "release",
          "an install or upgrade of %s is under way, or was killed".formatted(release.name()),
          "if nobody else deploys: helm rollback %1$s -n %2$s, or for a first install helm uninstall %1$s -n %2$s"
              .formatted(release.name(), release.namespace()));
    }
    if (said.contains("invalid ownership metadata")) {
      return Finding.bad(
          "release",
          "something of it is there, and not Helm's: " + said,
          "deploy to another --namespace, or delete what kubectl apply made");
    }
    if (said.contains("don't meet the specifications of the schema")
        || said.contains("execution error at")) {
      return Finding.bad(
          "values",
          said,
          "./orderflow check infra/helm/orderflow --values YOURS names line, rule and example");
    }
    return Refusal.of("release", said);
  }

  /** A Job that runs before or after the rest, such as the migrations. */
  static boolean isOfAHook(String message) {
    return message.matches("(?s).*(pre|post)-(install|upgrade).*");
  }
}
