package com.example.orderflow.localplatform.argo;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A WorkflowTemplate.
 *
 * @param parameters of the whole workflow; all of them have to be submitted
 * @param entrypoint what runs
 * @param onExit what runs when that has ended, whatever way
 * @param timeLimit for the entrypoint, from its start
 */
public record WorkflowTemplateSpec(
    String namespace,
    String name,
    List<String> parameters,
    StepsTemplate entrypoint,
    Optional<StepsTemplate> onExit,
    Duration timeLimit,
    TimeToLive timeToLive) {

  /** How long a workflow is kept when it has ended. */
  public record TimeToLive(Duration afterSuccess, Duration afterFailure) {}

  /** A template of steps, one after the other. */
  public record StepsTemplate(String name, List<Step> steps) {}

  /**
   * One step.
   *
   * @param arguments values for the inputs of the template that is called
   * @param when empty means always
   * @param continueOnFailed whether the next step comes even when this one has failed
   */
  public record Step(
      String name,
      HttpTemplate template,
      List<NamedText> arguments,
      Optional<Text> when,
      boolean continueOnFailed,
      boolean continueOnError) {}

  /** A template that is one HTTP request. */
  public record HttpTemplate(
      String name,
      String method,
      Text url,
      List<NamedText> headers,
      Text body,
      Optional<RetryStrategy> retry) {}

  public record NamedText(String name, Text value) {}
}
