package com.example.orderflow.contracttests.contract;

import java.net.URI;
import java.util.Set;

/**
 * What runs the manifests of the suite. All addresses may be used from here; on a cluster they lead
 * through the desk.
 */
interface PlatformUnderContract extends AutoCloseable {
  String NAMESPACE = "orderflow-contract";

  boolean isLocal();

  Set<Engine> engines();

  URI desk();

  /** A Knative Service. */
  URI service(String name);

  /** Where events are posted to. */
  URI broker(String name);

  /** The Argo Server, without a path. */
  URI argo();

  String argoToken();

  /** How many instances of a Knative Service there are. */
  int instances(String service);

  @Override
  void close();
}
