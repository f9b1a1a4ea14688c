package com.example.orderflow.validateorder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/**
 * What the Quarkus extension writes deploys the same as {@code infra/knative}; run by {@code mvn
 * -Pknative verify}, since writing it makes a build longer.
 */
class KnativeManifestIT {
  private static final Path DEPLOYED =
      Path.of("../../infra/knative/base/32.Service.validate-order.yaml");
  private static final Path GENERATED = Path.of("target/kubernetes/knative.yml");

  /** What the extension adds and cannot leave out; none of it changes how the function runs. */
  private static final String ADDED =
      ".*/(labels/(app\\.kubernetes\\.io|networking\\.knative\\.dev)/[a-z-]+"
          + "|annotations/app\\.quarkus\\.io/[a-z-]+"
          + "|imagePullPolicy"
          + "|ports/0/(name|protocol)"
          + "|(readiness|liveness)Probe/(failureThreshold|initialDelaySeconds|periodSeconds|successThreshold|timeoutSeconds)"
          + "|(readiness|liveness)Probe/httpGet/(port|scheme)"
          + "|volumeMounts/0/readOnly)";

  @Test
  void theExtensionWritesEveryFieldThatIsDeployed() throws IOException {
    assertThat(fields(GENERATED)).containsAllEntriesOf(fields(DEPLOYED));
  }

  @Test
  void itAddsNothingButWhatIsKnown() throws IOException {
    Map<String, Object> added = fields(GENERATED);
    added.keySet().removeAll(fields(DEPLOYED).keySet());

    assertThat(added.keySet()).allSatisfy(field -> assertThat(field).matches(ADDED));
  }

  @Test
  void itWritesTheServiceAndNothingBeside() throws IOException {
    assertThat(new Yaml().loadAll(Files.readString(GENERATED))).hasSize(1);
  }

  /** Each value by its path, such as {@code /spec/template/spec/timeoutSeconds}. */
  private static Map<String, Object> fields(Path file) throws IOException {
    Map<String, Object> fields = new TreeMap<>();
    collect("", new Yaml().loadAll(Files.readString(file)).iterator().next(), fields);
    return fields;
  }

  private static void collect(String path, Object node, Map<String, Object> fields) {
    switch (node) {
      case Map<?, ?> map when !map.isEmpty() ->
          map.forEach((key, value) -> collect(path + "/" + key, value, fields));
      case List<?> list when !list.isEmpty() -> {
        for (int index = 0; index < list.size(); index++) {
          collect(path + "/" + index, list.get(index), fields);
        }
      }
      case null -> fields.put(path, "null");
      default -> fields.put(path, node.toString());
    }
  }
}
