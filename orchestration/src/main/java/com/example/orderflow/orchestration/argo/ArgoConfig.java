package com.example.orderflow.orchestration.argo;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How workflows are submitted and followed. */
@ConfigMapping(prefix = "orderflow.argo")
public interface ArgoConfig {

  /** Where the WorkflowTemplate is. */
  @WithDefault("orderflow")
  String namespace();

  /**
   * Workflows at once; in a cluster each of them has an agent pod. The others wait in the outbox.
   */
  @WithDefault("250")
  int workflows();

  /** Between two looks at the open workflows while there is news of them. */
  @WithDefault("0.2S")
  Duration shortestInterval();

  /** Between two looks while there is none. */
  @WithDefault("2S")
  Duration longestInterval();
}
