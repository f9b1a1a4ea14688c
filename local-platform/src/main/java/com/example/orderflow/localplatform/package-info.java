/**
 * All of Orderflow on one machine, without a cluster: reads the manifests of {@code infra/} and
 * does what Knative does with them.
 */
package com.example.orderflow.localplatform;
