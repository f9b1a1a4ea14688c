package com.example.orderflow.orchestration.argo;

import com.example.orderflow.events.Channels;
import com.example.orderflow.orchestration.argo.client.api.WorkflowsApi;
import com.example.orderflow.orchestration.argo.client.model.SubmitOptions;
import com.example.orderflow.orchestration.argo.client.model.Workflow;
import com.example.orderflow.orchestration.argo.client.model.WorkflowList;
import com.example.orderflow.orchestration.argo.client.model.WorkflowSubmitRequest;
import io.cloudevents.CloudEvent;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** The Argo Server, by the client that is generated from {@code argo.yaml}. */
@Singleton
public final class ArgoServer {
  /** The template's one parameter. */
  static final String PARAMETER = "event";

  private static final String OPEN =
      "workflows.argoproj.io/workflow-template=%s,workflows.argoproj.io/completed!=true"
          .formatted(Channels.WORKFLOW_TEMPLATE);

  private static final String FIELDS =
      "metadata,items.metadata.name,items.metadata.resourceVersion";

  private static final String PAGE = "500";
  private static final int CONFLICT = 409;
  private static final int NOT_FOUND = 404;

  /** Above the client's own timeouts. */
  private static final Duration LONGEST = Duration.ofSeconds(20);

  private final WorkflowsApi api;
  private final String namespace;

  ArgoServer(@RestClient WorkflowsApi api, ArgoConfig config) {
    this.api = api;
    this.namespace = config.namespace();
  }

  /**
   * Starts a workflow, unless it is there already: then it runs, or has run. One that has failed
   * makes room for another try.
   */
  public Uni<Void> submit(String name, CloudEvent event) {
    WorkflowSubmitRequest request =
        new WorkflowSubmitRequest()
            .resourceKind("WorkflowTemplate")
            .resourceName(Channels.WORKFLOW_TEMPLATE)
            .submitOptions(
                new SubmitOptions()
                    .name(name)
                    .parameters(List.of(PARAMETER + "=" + ArgoEvents.text(event))));
    return api.submitWorkflow(namespace, request)
        .onFailure(answered(CONFLICT))
        .recoverWithUni(() -> afterFailure(name, request))
        .replaceWithVoid();
  }

  /** The workflows that run, or wait to: their names, and a version that each change changes. */
  Map<String, String> open() {
    Map<String, String> versions = new HashMap<>();
    String next = null;
    do {
      WorkflowList page =
          api.listWorkflows(namespace, OPEN, PAGE, next, FIELDS).await().atMost(LONGEST);
      Optional.ofNullable(page.getItems()).orElse(List.of()).stream()
          .map(Workflow::getMetadata)
          .forEach(workflow -> versions.put(workflow.getName(), workflow.getResourceVersion()));
      next = page.getMetadata().getContinue();
    } while (next != null && !next.isEmpty());
    return versions;
  }

  /** The workflow with its nodes; empty when it is gone. */
  Optional<Workflow> workflow(String name) {
    return api.getWorkflow(namespace, name)
        .map(Optional::of)
        .onFailure(answered(NOT_FOUND))
        .recoverWithItem(Optional.empty())
        .await()
        .atMost(LONGEST);
  }

  private Uni<Workflow> afterFailure(String name, WorkflowSubmitRequest request) {
    return api.getWorkflow(namespace, name)
        .flatMap(
            there ->
                new WorkflowStory(there).ending() instanceof Ending.Failed
                    ? api.deleteWorkflow(namespace, name)
                        .flatMap(gone -> api.submitWorkflow(namespace, request))
                    : Uni.createFrom().item(there));
  }

  private static Predicate<Throwable> answered(int status) {
    return failure ->
        failure instanceof WebApplicationException answer
            && answer.getResponse().getStatus() == status;
  }
}
