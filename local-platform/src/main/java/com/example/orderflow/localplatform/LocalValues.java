package com.example.orderflow.localplatform;

import com.example.orderflow.localplatform.manifest.EnvValue;
import com.example.orderflow.localplatform.process.PostgresServer;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What Secrets and ConfigMaps say on this machine: the manifests name addresses of a cluster, here
 * the same keys have the addresses of this run.
 *
 * <pre>
 * Secret APP-database   url, username, password   PostgreSQL
 * ConfigMap SERVICE     url                       the Service of that name
 * </pre>
 */
record LocalValues(Databases databases, PostgresServer postgres, Ports ports, Set<String> services)
    implements Function<EnvValue, Optional<String>> {

  @Override
  public Optional<String> apply(EnvValue value) {
    return switch (value) {
      case EnvValue.Literal(String text) -> Optional.of(text);
      case EnvValue.SecretKey secret -> databases.secret(secret, postgres);
      case EnvValue.ConfigMapKey(String service, String key) ->
          key.equals("url") && services.contains(service)
              ? Optional.of("http://127.0.0.1:" + ports.of(service))
              : Optional.empty();
    };
  }
}
