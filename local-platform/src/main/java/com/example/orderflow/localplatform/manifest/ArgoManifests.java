package com.example.orderflow.localplatform.manifest;

import com.example.orderflow.localplatform.argo.WorkflowTemplateSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a folder of Argo's manifests deploys: one WorkflowTemplate, and who may do what. */
public final class ArgoManifests {
  private ArgoManifests() {}

  /**
   * Reads the WorkflowTemplate among the resources of a {@code kustomization.yaml}.
   *
   * @throws ManifestException for whatever is not interpreted, with file, line and field
   */
  public static WorkflowTemplateSpec read(Path folder) {
    Kustomization kustomization = Kustomization.read(folder);
    List<WorkflowTemplateSpec> templates = new ArrayList<>();
    for (Path file : kustomization.resources()) {
      for (ManifestNode document : ManifestNode.documents(file)) {
        document(document, kustomization.namespace(), templates);
      }
    }
    if (templates.size() != 1) {
      throw new ManifestException(
          "%s: %d WorkflowTemplates; the local platform runs one"
              .formatted(folder, templates.size()));
    }
    return templates.getFirst();
  }

  private static void document(
      ManifestNode document, String namespace, List<WorkflowTemplateSpec> templates) {
    ManifestNode kind = document.field("kind");
    String apiVersion = document.field("apiVersion").text();
    switch (apiVersion + " " + kind.text()) {
      case "argoproj.io/v1alpha1 WorkflowTemplate" ->
          templates.add(WorkflowTemplateReader.read(document, namespace));
      case "v1 ServiceAccount",
          "v1 Secret",
          "v1 ConfigMap",
          "rbac.authorization.k8s.io/v1 Role",
          "rbac.authorization.k8s.io/v1 RoleBinding" ->
          document.entries(); // who may do what in a cluster: here one token may do everything
      default ->
          throw kind.refuse(
              "\"%s %s\" is not interpreted by the local platform"
                  .formatted(apiVersion, kind.text()));
    }
    document.refuseTheRest();
  }
}
