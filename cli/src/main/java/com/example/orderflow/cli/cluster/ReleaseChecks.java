package com.example.orderflow.cli.cluster;

import com.example.orderflow.cli.Finding;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.Release;
import java.util.List;

/** What Helm has in a namespace. */
public final class ReleaseChecks {
  private ReleaseChecks() {}

  public static List<Finding> of(String namespace) {
    List<Release> releases = Helm.list().withNamespace(namespace).all().call();
    return releases.isEmpty()
        ? List.of(
            Finding.note(
                "release",
                "Helm has none in namespace " + namespace,
                "all is well when kubectl apply -k made it; else ./orderflow deploy --cluster"))
        : releases.stream().map(release -> check(namespace, release)).toList();
  }

  private static Finding check(String namespace, Release release) {
    String found =
        "%s %s, revision %s of %s, %s"
            .formatted(
                release.getChart(),
                release.getStatus(),
                release.getRevision(),
                release.getName(),
                release.getLastDeployed().withNano(0));
    return switch (release.getStatus()) {
      case "deployed" -> Finding.good("release", found);
      case "failed" ->
          Finding.bad(
              "release",
              found,
              "the one before it runs on; ./orderflow deploy --cluster --namespace %s says why it failed"
                  .formatted(namespace));
      default ->
          Finding.bad(
              "release",
              found,
              "under way, or killed: if nobody deploys, helm rollback %s -n %s"
                  .formatted(release.getName(), namespace));
    };
  }
}
