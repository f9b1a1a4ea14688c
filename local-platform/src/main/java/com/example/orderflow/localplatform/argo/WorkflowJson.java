package com.example.orderflow.localplatform.argo;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** A workflow as the Argo Server shows it; what no client here reads is left out. */
final class WorkflowJson {
  private final String namespace;

  WorkflowJson(String namespace) {
    this.namespace = namespace;
  }

  JsonObject of(Workflow workflow) {
    JsonArray parameters = new JsonArray();
    workflow
        .parameters()
        .forEach(
            (name, value) ->
                parameters.add(new JsonObject().put("name", name).put("value", value)));
    return new JsonObject()
        .put("metadata", metadata(workflow))
        .put(
            "spec",
            new JsonObject().put("arguments", new JsonObject().put("parameters", parameters)))
        .put("status", status(workflow));
  }

  private JsonObject metadata(Workflow workflow) {
    JsonObject labels = new JsonObject();
    workflow.labels().forEach(labels::put);
    labels.put(LabelSelector.TEMPLATE, workflow.template());
    if (workflow.startedAt() != null) {
      labels.put(LabelSelector.PHASE, workflow.phase().argo());
      labels.put(LabelSelector.COMPLETED, String.valueOf(workflow.finishedAt() != null));
    }
    return new JsonObject()
        .put("name", workflow.name())
        .put("namespace", namespace)
        .put("uid", workflow.uid().toString())
        .put("resourceVersion", String.valueOf(workflow.version()))
        .put("creationTimestamp", time(workflow.createdAt()))
        .put("labels", labels);
  }

  private JsonObject status(Workflow workflow) {
    JsonObject status =
        new JsonObject()
            .put("phase", workflow.startedAt() == null ? "" : workflow.phase().argo())
            .put("startedAt", time(workflow.startedAt()))
            .put("finishedAt", time(workflow.finishedAt()));
    if (workflow.message() != null) {
      status.put("message", workflow.message());
    }
    if (!workflow.nodes().isEmpty()) {
      JsonObject nodes = new JsonObject();
      workflow.nodes().forEach(node -> nodes.put(id(workflow, node), node(workflow, node)));
      status.put("nodes", nodes);
    }
    return status;
  }

  private JsonObject node(Workflow workflow, NodeStatus node) {
    JsonObject json =
        new JsonObject()
            .put("id", id(workflow, node))
            .put("name", node.name())
            .put("displayName", node.displayName())
            .put("type", "HTTP")
            .put("templateName", node.templateName())
            .put("phase", node.phase().argo())
            .put("startedAt", time(node.startedAt()))
            .put("finishedAt", time(node.finishedAt()));
    if (node.message() != null) {
      json.put("message", node.message());
    }
    if (node.result() != null) {
      json.put("outputs", new JsonObject().put("result", node.result()));
    }
    return json;
  }

  /** Argo's has a hash of the name too, of another kind. */
  private static String id(Workflow workflow, NodeStatus node) {
    return workflow.name() + "-" + Integer.toUnsignedString(node.name().hashCode());
  }

  /** In whole seconds, as Kubernetes writes times. */
  private static String time(Instant at) {
    return at == null ? null : at.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
