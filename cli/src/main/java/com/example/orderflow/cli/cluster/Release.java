package com.example.orderflow.cli.cluster;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.TemplateCommand;
import com.marcnuri.helm.UpgradeCommand;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The chart under a name in a namespace, with values. Helm itself runs in this process; what it
 * works with is the kubeconfig's current context.
 *
 * @param values files, the last one wins
 * @param set single values, which win over files
 */
public record Release(
    String name, String namespace, Path chart, List<Path> values, Map<String, String> set) {

  /**
   * What will be deployed, hooks aside.
   *
   * @throws IllegalStateException in Helm's words, when the values do not fit
   */
  public List<Part> parts() {
    TemplateCommand helm = new Helm(chart).template().withName(name).withNamespace(namespace);
    values.forEach(helm::withValuesFile);
    set.forEach(helm::set);
    return Arrays.stream(helm.call().split("(?m)^---$"))
        .filter(document -> document.contains("\nkind:"))
        .map(document -> Serialization.unmarshal(document, GenericKubernetesResource.class))
        .map(
            object ->
                new Part(object.getApiVersion(), object.getKind(), object.getMetadata().getName()))
        .toList();
  }

  /**
   * Installs it, or upgrades what is there; again with the same values it changes nothing. Returns
   * when the API server has the objects and hooks are done, not when anything is ready.
   *
   * @return the revision
   * @throws IllegalStateException in Helm's words
   */
  public String deploy(Duration hooks) {
    UpgradeCommand helm =
        new Helm(chart)
            .upgrade()
            .install()
            .withName(name)
            .withNamespace(namespace)
            .withTimeout((int) hooks.toSeconds());
    values.forEach(helm::withValuesFile);
    set.forEach(helm::set);
    return helm.call().getRevision();
  }
}
