package com.example.orderflow.localplatform.manifest;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A container's variables, whose Secrets and ConfigMaps are not looked up yet: their values on this
 * machine (a port, a password) are known only when the platform starts.
 *
 * @param variables by name
 * @param place the file, for refusals
 */
public record Environment(Map<String, EnvValue> variables, String place) {

  public Environment {
    variables = Map.copyOf(variables);
  }

  /**
   * The values of the variables.
   *
   * @param values gives the value of a reference on this machine
   * @throws ManifestException for a reference that nothing on this machine answers
   */
  public Map<String, String> resolve(Function<EnvValue, Optional<String>> values) {
    Map<String, String> resolved = new LinkedHashMap<>();
    variables.forEach(
        (name, value) ->
            resolved.put(name, values.apply(value).orElseThrow(() -> unanswered(name, value))));
    return resolved;
  }

  private ManifestException unanswered(String name, EnvValue value) {
    return new ManifestException(
        "%s: env %s: the local platform has no %s".formatted(place, name, value));
  }
}
