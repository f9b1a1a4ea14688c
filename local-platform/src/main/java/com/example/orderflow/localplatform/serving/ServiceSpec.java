package com.example.orderflow.localplatform.serving;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a Knative Service says about its one revision, as far as one machine can honour it.
 *
 * @param name {@code metadata.name}
 * @param image the container's image, which {@link Programs} translates to a command
 * @param env the container's literal variables, and those of its Secrets and ConfigMaps
 * @param containerConcurrency requests that one instance takes at a time; 0 means without limit
 * @param timeout {@code timeoutSeconds}: how long a request may take, its wait for an instance
 *     included
 * @param readinessPath path of the container's {@code readinessProbe}
 * @param scaling the autoscaler's annotations
 */
public record ServiceSpec(
    String name,
    String image,
    Map<String, String> env,
    int containerConcurrency,
    Duration timeout,
    String readinessPath,
    Scaling scaling) {

  /** Knative's default of {@code timeoutSeconds}. */
  public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(300);

  /** Knative probes the port when a Service names no path; a Quarkus app answers here. */
  public static final String DEFAULT_READINESS_PATH = "/q/health/ready";

  /** RFC 1035 label, which is what Knative takes as a Service's name. */
  private static final Pattern NAME = Pattern.compile("[a-z]([-a-z0-9]{0,61}[a-z0-9])?");

  /** Knative's own bound. */
  private static final int MAX_CONTAINER_CONCURRENCY = 1_000;

  public ServiceSpec {
    Require.that(
        name != null && NAME.matcher(name).matches(), "name", name, "a lower case DNS label");
    Require.that(image != null && !image.isBlank(), "image", image, "the name of an image");
    Require.that(
        containerConcurrency >= 0 && containerConcurrency <= MAX_CONTAINER_CONCURRENCY,
        "containerConcurrency",
        containerConcurrency,
        "0 (without limit) to 1000");
    Require.that(timeout.isPositive(), "timeoutSeconds", timeout, "more than zero");
    Require.that(readinessPath.startsWith("/"), "readinessProbe", readinessPath, "a path: /…");
    env = Map.copyOf(env);
  }

  /** A Service that leaves everything to Knative's defaults. */
  public static ServiceSpec of(String name, String image) {
    return new ServiceSpec(
        name, image, Map.of(), 0, DEFAULT_TIMEOUT, DEFAULT_READINESS_PATH, Scaling.DEFAULT);
  }

  public ServiceSpec withEnv(Map<String, String> env) {
    return new ServiceSpec(name, image, env, containerConcurrency, timeout, readinessPath, scaling);
  }

  public ServiceSpec withContainerConcurrency(int containerConcurrency) {
    return new ServiceSpec(name, image, env, containerConcurrency, timeout, readinessPath, scaling);
  }

  public ServiceSpec withTimeout(Duration timeout) {
    return new ServiceSpec(name, image, env, containerConcurrency, timeout, readinessPath, scaling);
  }

  public ServiceSpec withReadinessPath(String readinessPath) {
    return new ServiceSpec(name, image, env, containerConcurrency, timeout, readinessPath, scaling);
  }

  public ServiceSpec withScaling(Scaling scaling) {
    return new ServiceSpec(name, image, env, containerConcurrency, timeout, readinessPath, scaling);
  }

  /** How many requests at once the autoscaler wants one instance to have. */
  public double targetConcurrency() {
    double whole =
        containerConcurrency == 0
            ? scaling.target()
            : Math.min(scaling.target(), containerConcurrency);
    return Math.max(whole * scaling.targetUtilization(), 0.01);
  }
}
