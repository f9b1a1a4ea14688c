package com.example.orderflow.localplatform;

import com.example.orderflow.localplatform.manifest.EnvValue;
import com.example.orderflow.localplatform.process.PostgresServer;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What Secrets and ConfigMaps say on this machine: the manifests name addresses of a cluster, here
 * the same keys have the addresses of this run.
 *
 * <pre>
 * Secret APP-database         url, username, password   PostgreSQL
 * Secret orchestration-argo   token                     of the platform's Argo Server
 * ConfigMap SERVICE           url                       the Service of that name
 * ConfigMap functions         SERVICE                   the Service of that name
 * ConfigMap kafka             bootstrap-servers         Kafka
 * ConfigMap argo              url                       the platform's Argo Server
 * </pre>
 *
 * @param namespace that the manifests name: nothing here is apart by namespaces
 * @param services the names of those that have an address
 * @param argo where the platform serves the API of the Argo Server: its own address
 */
record LocalValues(
    String namespace,
    Databases databases,
    PostgresServer postgres,
    String bootstrapServers,
    Ports ports,
    Set<String> services,
    URI argo,
    String argoToken)
    implements Function<EnvValue, Optional<String>> {

  @Override
  public Optional<String> apply(EnvValue value) {
    return switch (value) {
      case EnvValue.Literal(String text) -> Optional.of(text);
      case EnvValue.SecretKey secret -> secret(secret);
      case EnvValue.ConfigMapKey(String map, String key) ->
          switch (map + "/" + key) {
            case "kafka/bootstrap-servers" -> Optional.of(bootstrapServers);
            case "argo/url" -> Optional.of(argo.toString());
            default -> service(map, key);
          };
      case EnvValue.PodNamespace() -> Optional.of(namespace);
    };
  }

  private Optional<String> secret(EnvValue.SecretKey secret) {
    return secret.equals(new EnvValue.SecretKey("orchestration-argo", "token"))
        ? Optional.of(argoToken)
        : databases.secret(secret, postgres);
  }

  private Optional<String> service(String map, String key) {
    String service = map.equals("functions") ? key : key.equals("url") ? map : "";
    return services.contains(service)
        ? Optional.of(ports.uri(service).toString())
        : Optional.empty();
  }
}
