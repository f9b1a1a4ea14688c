package com.example.orderflow.localplatform.manifest;

import com.example.orderflow.localplatform.serving.ServiceSpec;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A Service whose Secrets and ConfigMaps are not looked up yet: their values on this machine (a
 * port, a password) are known only when the platform starts.
 *
 * @param spec everything but the environment
 * @param env by name of the variable
 * @param place file and line, for refusals
 */
public record ServiceManifest(ServiceSpec spec, Map<String, EnvValue> env, String place) {

  public ServiceManifest {
    env = Map.copyOf(env);
  }

  /**
   * The Service with its environment.
   *
   * @param values gives the value of a reference on this machine
   * @throws ManifestException for a reference that nothing on this machine answers
   */
  public ServiceSpec resolve(Function<EnvValue, Optional<String>> values) {
    Map<String, String> resolved = new LinkedHashMap<>();
    env.forEach(
        (name, value) ->
            resolved.put(
                name,
                values
                    .apply(value)
                    .orElseThrow(
                        () ->
                            new ManifestException(
                                "%s: env %s: the local platform has no %s"
                                    .formatted(place, name, value)))));
    return spec.withEnv(resolved);
  }
}
