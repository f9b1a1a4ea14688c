package com.example.orderflow.orchestration.argo;

import com.example.orderflow.orchestration.argo.client.model.NodeOutputs;
import com.example.orderflow.orchestration.argo.client.model.NodeStatus;
import com.example.orderflow.orchestration.argo.client.model.Parameter;
import com.example.orderflow.orchestration.argo.client.model.Workflow;
import com.example.orderflow.orchestration.argo.client.model.WorkflowStatus;
import com.example.orderflow.orchestration.pipeline.Attempt;
import io.cloudevents.CloudEvent;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a workflow's nodes tell: which events its steps have answered with, and how it ended.
 *
 * <pre>
 *   order-1[0].validate(0)   HTTP, Succeeded   outputs.result = order.validated
 *   order-1[1].pay(0)        HTTP, Failed      message = "received non-2xx response code: 503"
 *   order-1[1].pay(1)        HTTP, Succeeded   outputs.result = payment.completed
 * </pre>
 */
final class WorkflowStory {
  private static final String SUCCEEDED = "Succeeded";

  /** The templates that call functions; the exit handler's is another. */
  private static final Set<String> CALLS = Set.of("call-first", "call");

  /** The group of the step, and the attempt. */
  private static final Pattern PLACE = Pattern.compile("\\[(\\d+)]\\.[^.]*?(?:\\((\\d+)\\))?$");

  private static final Pattern CODE = Pattern.compile("response code: (\\d{3})");

  /** More attempts than any step makes. */
  private static final int MOST_ATTEMPTS = 10_000;

  private final Workflow workflow;
  private final WorkflowStatus status;
  private final List<NodeStatus> calls;

  WorkflowStory(Workflow workflow) {
    this.workflow = workflow;
    this.status = Optional.ofNullable(workflow.getStatus()).orElseGet(WorkflowStatus::new);
    this.calls =
        Optional.ofNullable(status.getNodes()).orElse(Map.of()).values().stream()
            .filter(node -> "HTTP".equals(node.getType()) && CALLS.contains(node.getTemplateName()))
            .sorted(Comparator.comparingInt(WorkflowStory::place))
            .toList();
  }

  /** The answers of the steps, from the first to the last; what is no event is left out. */
  List<CloudEvent> events() {
    return calls.stream()
        .filter(call -> SUCCEEDED.equals(call.getPhase()))
        .flatMap(call -> ArgoEvents.read(result(call)).stream())
        .toList();
  }

  Ending ending() {
    String finishedAt = status.getFinishedAt();
    if (finishedAt == null || finishedAt.isEmpty()) {
      return new Ending.Open();
    }
    return SUCCEEDED.equals(status.getPhase()) ? new Ending.Succeeded() : failed();
  }

  private Ending failed() {
    List<CloudEvent> events = events();
    CloudEvent last = events.isEmpty() ? submitted() : events.getLast();
    Attempt attempt = calls.isEmpty() ? new Attempt.Silent() : attempt(calls.getLast());
    return new Ending.Failed(last, attempt, String.valueOf(status.getMessage()));
  }

  /** An answer that is no event has failed too, though its request has not. */
  private static Attempt attempt(NodeStatus call) {
    byte[] body = result(call).getBytes(StandardCharsets.UTF_8);
    if (SUCCEEDED.equals(call.getPhase())) {
      return new Attempt.Refused(200, body);
    }
    Matcher code = CODE.matcher(String.valueOf(call.getMessage()));
    return code.find()
        ? new Attempt.Refused(Integer.parseInt(code.group(1)), body)
        : new Attempt.Silent();
  }

  private CloudEvent submitted() {
    return workflow.getSpec().getArguments().getParameters().stream()
        .filter(parameter -> ArgoServer.PARAMETER.equals(parameter.getName()))
        .map(Parameter::getValue)
        .flatMap(event -> ArgoEvents.read(event).stream())
        .findFirst()
        .orElseThrow();
  }

  private static String result(NodeStatus node) {
    return Optional.ofNullable(node.getOutputs()).map(NodeOutputs::getResult).orElse("");
  }

  /** Times of nodes are in whole seconds and tell nothing. */
  private static int place(NodeStatus node) {
    Matcher place = PLACE.matcher(String.valueOf(node.getName()));
    if (!place.find()) {
      return 0;
    }
    int attempt = place.group(2) == null ? 0 : Integer.parseInt(place.group(2));
    return Integer.parseInt(place.group(1)) * MOST_ATTEMPTS + attempt;
  }
}
