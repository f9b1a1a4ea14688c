package com.example.orderflow.cli.cluster;

import io.fabric8.kubernetes.api.model.Pod;

/** What a container of a pod printed last; of one that ended, before it ended. */
@FunctionalInterface
public interface ContainerLogs {

  /** Empty when there is none, or it may not be read. */
  String of(Pod pod, String container);
}
