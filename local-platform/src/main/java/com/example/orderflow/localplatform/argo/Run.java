package com.example.orderflow.localplatform.argo;

import com.example.orderflow.localplatform.argo.WorkflowTemplateSpec.HttpTemplate;
import com.example.orderflow.localplatform.argo.WorkflowTemplateSpec.NamedText;
import com.example.orderflow.localplatform.argo.WorkflowTemplateSpec.Step;
import com.example.orderflow.localplatform.argo.WorkflowTemplateSpec.StepsTemplate;
import io.vertx.core.MultiMap;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * One workflow, from where it stands to its end.
 *
 * <pre>
 *   entrypoint: step ─► step ─► … ─┐
 *                 │ unsuccessful   ├─► onExit ─► finished
 *                 └────────────────┘
 *
 *   step:  when? ─ no ─► skipped
 *            └ yes ─► request ─► stored ─► succeeded
 *                        ▲          └─ unsuccessful ─► again? ─ no ─► failed
 *                        └──────────── pause ◄────────────┘ yes
 * </pre>
 *
 * What is stored is not done again: a run begins at the first step and passes over every attempt
 * that it finds. A crash between the answer and its storing repeats the request, as the end of an
 * agent pod does.
 */
final class Run {
  /** What nobody answers must not hold a workflow for ever; Argo itself would wait. */
  private static final Duration LONGEST_CALL = Duration.ofSeconds(60);

  private final WorkflowTemplateSpec template;
  private final Workflow workflow;
  private final Journal journal;
  private final HttpCaller caller;
  private final Pauses pauses;
  private final Clock clock;
  private final Map<String, String> names = new HashMap<>();

  /** Where a run writes what has happened; false when the workflow is gone. */
  interface Journal {
    boolean started(Instant at) throws InterruptedException;

    boolean add(NodeStatus node) throws InterruptedException;

    boolean finished(NodePhase phase, String message, Instant at) throws InterruptedException;
  }

  /** How a run waits. */
  interface Pauses {
    void pause(Duration pause) throws InterruptedException;
  }

  /** The workflow was deleted while it ran. */
  private static final class GoneException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private record End(NodePhase phase, String message) {
    static final End SUCCEEDED = new End(NodePhase.SUCCEEDED, null);
  }

  Run(
      WorkflowTemplateSpec template,
      Workflow workflow,
      Journal journal,
      HttpCaller caller,
      Pauses pauses,
      Clock clock) {
    this.template = template;
    this.workflow = workflow;
    this.journal = journal;
    this.caller = caller;
    this.pauses = pauses;
    this.clock = clock;
  }

  void go() throws InterruptedException {
    Instant startedAt = workflow.startedAt() == null ? clock.instant() : workflow.startedAt();
    try {
      if (workflow.startedAt() == null) {
        present(journal.started(startedAt));
      }
      names.put("workflow.name", workflow.name());
      workflow
          .parameters()
          .forEach((name, value) -> names.put("workflow.parameters." + name, value));
      End end = steps(template.entrypoint(), workflow.name(), startedAt.plus(template.timeLimit()));
      names.put("workflow.status", end.phase().argo());
      End exit =
          template.onExit().isPresent()
              ? steps(template.onExit().get(), workflow.name() + ".onExit", Instant.MAX)
              : End.SUCCEEDED;
      End whole = end.phase().isUnsuccessful() ? end : exit;
      present(journal.finished(whole.phase(), whole.message(), clock.instant()));
    } catch (GoneException e) {
      // deleted: nobody wants to know how it would have ended
    }
  }

  private End steps(StepsTemplate steps, String name, Instant deadline)
      throws InterruptedException {
    int group = 0;
    for (Step step : steps.steps()) {
      End end = step(step, "%s[%d].%s".formatted(name, group++, step.name()), deadline);
      names.put("steps.%s.status".formatted(step.name()), end.phase().argo());
      boolean goesOn =
          switch (end.phase()) {
            case FAILED -> step.continueOnFailed();
            case ERROR -> step.continueOnError();
            default -> true;
          };
      if (!goesOn) {
        return new End(end.phase(), "child '%s' failed: %s".formatted(step.name(), end.message()));
      }
    }
    return End.SUCCEEDED;
  }

  private End step(Step step, String name, Instant deadline) throws InterruptedException {
    HttpCaller.Request request;
    try {
      if (step.when().isPresent() && !step.when().get().fill(names).equals("true")) {
        return new End(NodePhase.SKIPPED, null);
      }
      request = request(step);
    } catch (EvaluationException e) {
      return new End(NodePhase.ERROR, e.getMessage());
    }
    return attempts(step, name, request, deadline);
  }

  private End attempts(Step step, String name, HttpCaller.Request request, Instant deadline)
      throws InterruptedException {
    HttpTemplate http = step.template();
    for (int attempt = 0; ; attempt++) {
      String suffix = http.retry().isPresent() ? "(%d)".formatted(attempt) : "";
      NodeStatus node = earlier(name + suffix);
      if (node == null) {
        node = attempt(http, name + suffix, step.name() + suffix, request, deadline);
        present(journal.add(node));
      }
      if (!node.phase().isUnsuccessful()) {
        names.put("steps.%s.outputs.result".formatted(step.name()), node.result());
        return End.SUCCEEDED;
      }
      if (http.retry().isEmpty()) {
        return new End(node.phase(), node.message());
      }
      switch (http.retry().get().after(node, attempt + 1)) {
        case RetryStrategy.Decision.Enough(String message) -> {
          return new End(node.phase(), "%s: %s".formatted(message, node.message()));
        }
        case RetryStrategy.Decision.Again(Duration after) -> {
          if (!node.finishedAt().plus(after).isBefore(deadline)) {
            return new End(node.phase(), "retry exceeded workflow deadline " + deadline);
          }
          pauses.pause(Duration.between(clock.instant(), node.finishedAt().plus(after)));
        }
      }
    }
  }

  private NodeStatus earlier(String name) {
    return workflow.nodes().stream()
        .filter(node -> node.name().equals(name))
        .findFirst()
        .orElse(null);
  }

  private NodeStatus attempt(
      HttpTemplate http,
      String name,
      String displayName,
      HttpCaller.Request request,
      Instant deadline)
      throws InterruptedException {
    Instant begin = clock.instant();
    Duration left = deadline.equals(Instant.MAX) ? LONGEST_CALL : Duration.between(begin, deadline);
    if (!left.isPositive()) {
      return new NodeStatus(
          name,
          displayName,
          http.name(),
          NodePhase.FAILED,
          "Step exceeded its deadline",
          begin,
          begin,
          null);
    }
    HttpCaller.Reply reply =
        caller.send(request, left.compareTo(LONGEST_CALL) < 0 ? left : LONGEST_CALL);
    Instant end = clock.instant();
    return switch (reply) {
      case HttpCaller.Reply.Broken(String reason) ->
          new NodeStatus(
              name, displayName, http.name(), NodePhase.FAILED, reason, begin, end, null);
      case HttpCaller.Reply.Answered(int status, String body) ->
          status / 100 == 2
              ? new NodeStatus(
                  name, displayName, http.name(), NodePhase.SUCCEEDED, null, begin, end, body)
              : new NodeStatus(
                  name,
                  displayName,
                  http.name(),
                  NodePhase.FAILED,
                  "received non-2xx response code: " + status,
                  begin,
                  end,
                  body);
    };
  }

  private HttpCaller.Request request(Step step) {
    Map<String, String> inputs = new HashMap<>(names);
    for (NamedText argument : step.arguments()) {
      inputs.put("inputs.parameters." + argument.name(), argument.value().fill(names));
    }
    HttpTemplate http = step.template();
    MultiMap headers = MultiMap.caseInsensitiveMultiMap();
    http.headers().forEach(header -> headers.add(header.name(), header.value().fill(inputs)));
    return new HttpCaller.Request(
        http.method(), http.url().fill(inputs), headers, http.body().fill(inputs));
  }

  private static void present(boolean stored) {
    if (!stored) {
      throw new GoneException();
    }
  }
}
