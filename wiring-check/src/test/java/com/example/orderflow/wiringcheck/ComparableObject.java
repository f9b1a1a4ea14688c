package com.example.orderflow.wiringcheck;

import com.example.orderflow.wiringcheck.manifest.Resource;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** An object without what says only who deployed it, and where. */
final class ComparableObject {
  private static final List<String> OF_THE_DEPLOYER =
      List.of(
          "app.kubernetes.io/instance",
          "app.kubernetes.io/managed-by",
          "app.kubernetes.io/name",
          "app.kubernetes.io/part-of",
          "app.kubernetes.io/version",
          "helm.sh/chart");

  private static final String CLIENT = "orderflow.example.com/client";

  private ComparableObject() {}

  static JsonNode of(Resource resource) {
    ObjectNode object = new ObjectMapper().valueToTree(resource.node().plain());
    ObjectNode metadata = (ObjectNode) object.path("metadata");
    metadata.remove("namespace");
    if (metadata.path("labels") instanceof ObjectNode labels) {
      labels.remove(OF_THE_DEPLOYER);
      if (labels.isEmpty()) {
        metadata.remove("labels");
      }
    }
    // What a database kept goes with its release, and stays after kubectl delete.
    if (object.path("spec") instanceof ObjectNode spec) {
      spec.remove("persistentVolumeClaimRetentionPolicy");
    }
    // Only the chart has network policies, which select by it.
    object.findParents(CLIENT).forEach(labels -> ((ObjectNode) labels).remove(CLIENT));
    object.path("subjects").forEach(subject -> ((ObjectNode) subject).remove("namespace"));
    return object;
  }
}
