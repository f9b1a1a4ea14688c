package com.example.orderflow.localplatform.manifest;

import com.example.orderflow.localplatform.serving.ServiceSpec;
import java.util.Optional;
import java.util.function.Function;

/**
 * A Knative Service.
 *
 * @param spec everything but the environment
 */
public record ServiceManifest(ServiceSpec spec, Environment env) {

  /**
   * The Service with its environment.
   *
   * @throws ManifestException for a reference that nothing on this machine answers
   */
  public ServiceSpec resolve(Function<EnvValue, Optional<String>> values) {
    return spec.withEnv(env.resolve(values));
  }
}
