package com.example.orderflow.wiringcheck.rules;

import com.example.orderflow.wiringcheck.Finding;
import com.example.orderflow.wiringcheck.manifest.Kind;
import com.example.orderflow.wiringcheck.manifest.Manifests;
import com.example.orderflow.wiringcheck.manifest.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Instances × connections of each must stay below what PostgreSQL gives: who gets none answers 503,
 * just when the load is highest.
 *
 * @param connections what PostgreSQL gives; 100 by default
 */
record ConnectionsFitTheDatabase(int connections) implements Rule {
  static final int POSTGRESQL_DEFAULT = 100;

  /** PostgreSQL keeps 3 for its superuser. */
  private static final int RESERVED = 3;

  /**
   * Events that share a connection without waiting long: a statement takes a millisecond or two.
   */
  private static final int EVENTS_PER_CONNECTION = 10;

  private static final String MAX_SCALE = "autoscaling.knative.dev/max-scale";

  @Override
  public String id() {
    return "database-connections";
  }

  @Override
  public String sentence() {
    return "At full scale, all instances get the database connections that they ask for.";
  }

  @Override
  public Stream<Finding> check(Manifests manifests) {
    List<Finding> findings = new ArrayList<>();
    List<Claim> claims = new ArrayList<>();
    Pod.all(manifests)
        .filter(pod -> pod.has("DATABASE_URL") && DatabasePools.size(pod) > 0)
        .forEach(pod -> claim(pod, claims, findings));
    int all = claims.stream().mapToInt(Claim::most).sum();
    if (all > available() && claims.stream().allMatch(claim -> claim.most() <= available())) {
      findings.add(together(claims, all));
    }
    return findings.stream();
  }

  private void claim(Pod pod, List<Claim> claims, List<Finding> findings) {
    int pool = DatabasePools.size(pod);
    int instances = instances(pod);
    Place place =
        pod.owner().node().placeOf("spec", "template", "metadata", "annotations", MAX_SCALE);
    if (instances == 0) {
      findings.add(
          error(
              place,
              "%s has no bound of its instances, and each opens up to %d connections"
                  .formatted(pod.owner(), pool),
              "set %s, such as \"%d\"".formatted(MAX_SCALE, available() / pool)));
      return;
    }
    Claim claim = new Claim(pod.owner().name(), instances, pool, place);
    claims.add(claim);
    if (claim.most() > available()) {
      findings.add(
          error(
              place,
              "%s may open %s connections; the database gives %d"
                  .formatted(pod.owner(), claim, available()),
              "set %s to \"%d\" or less, or QUARKUS_DATASOURCE_JDBC_MAX_SIZE lower, or say --database-connections"
                  .formatted(MAX_SCALE, available() / pool)));
    }
    concurrency(pod, pool, findings);
  }

  private void concurrency(Pod pod, int pool, List<Finding> findings) {
    if (!pod.owner().is(Kind.FUNCTION)) {
      return;
    }
    int concurrency = pod.spec().text("containerConcurrency").map(Integer::valueOf).orElse(0);
    if (concurrency == 0 || concurrency > pool * EVENTS_PER_CONNECTION) {
      findings.add(
          warning(
              pod.spec().placeOf("containerConcurrency"),
              "%s takes %s requests at once, and each instance has %d connections: they will wait, and get 503"
                  .formatted(pod.owner(), concurrency == 0 ? "any number of" : concurrency, pool),
              "set containerConcurrency to %d or less".formatted(pool * EVENTS_PER_CONNECTION)));
    }
  }

  private Finding together(List<Claim> claims, int all) {
    return warning(
        claims.getFirst().place(),
        "at full scale they open %d connections together (%s); a database of their own each or one that gives more is needed, for this gives %d"
            .formatted(
                all,
                claims.stream()
                    .map(claim -> "%s %s".formatted(claim.name(), claim))
                    .collect(Collectors.joining(", ")),
                available()),
        "set PostgreSQL's max_connections to %d or more and say --database-connections, or lower max-scale"
            .formatted(all + RESERVED));
  }

  private int available() {
    return connections - RESERVED;
  }

  private static int instances(Pod pod) {
    return pod.owner().is(Kind.FUNCTION)
        ? pod.owner()
            .node()
            .text("spec", "template", "metadata", "annotations", MAX_SCALE)
            .map(Integer::valueOf)
            .orElse(0)
        : pod.owner().node().text("spec", "replicas").map(Integer::valueOf).orElse(1);
  }

  private record Claim(String name, int instances, int pool, Place place) {
    int most() {
      return instances * pool;
    }

    @Override
    public String toString() {
      return "%d × %d = %d".formatted(instances, pool, most());
    }
  }
}
