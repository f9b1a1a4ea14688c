package com.example.orderflow.cli.cluster;

import com.example.orderflow.cli.Finding;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.Map;
import java.util.Optional;

/** What holds for every Service that does not say otherwise: the ConfigMap config-autoscaler. */
public final class AutoscalerChecks {
  private static final String ABOUT = "autoscaler";

  private AutoscalerChecks() {}

  public static Finding of(KubernetesClient client) {
    try {
      return Optional.ofNullable(
              client
                  .configMaps()
                  .inNamespace("knative-serving")
                  .withName("config-autoscaler")
                  .get())
          .map(map -> of(Optional.ofNullable(map.getData()).orElse(Map.of())))
          .orElseGet(
              () ->
                  Finding.note(
                      ABOUT,
                      "no ConfigMap config-autoscaler in knative-serving",
                      "Knative's defaults hold, unless Serving runs in another namespace"));
    } catch (KubernetesClientException forbidden) {
      return Finding.note(
          ABOUT,
          "its ConfigMap cannot be read: " + forbidden.getMessage(),
          "kubectl auth can-i get configmaps -n knative-serving");
    }
  }

  static Finding of(Map<String, String> settings) {
    String found =
        "stable window %s, %s before the last pod goes, panic at %s %%"
            .formatted(
                settings.getOrDefault("stable-window", "60s"),
                settings.getOrDefault("scale-to-zero-grace-period", "30s"),
                settings.getOrDefault("panic-threshold-percentage", "200"));
    return "false".equals(settings.get("enable-scale-to-zero"))
        ? Finding.note(
            ABOUT,
            "enable-scale-to-zero is false; " + found,
            "functions keep a pod each: set it to true in config-autoscaler of knative-serving")
        : Finding.good(ABOUT, "scales to zero; " + found);
  }
}
