package com.example.orderflow.contracttests.contract;

import static org.junit.jupiter.api.extension.ConditionEvaluationResult.disabled;
import static org.junit.jupiter.api.extension.ConditionEvaluationResult.enabled;
import static org.junit.platform.commons.support.AnnotationSupport.findAnnotation;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Leaves out what the platform under test cannot show, and tells the summary. */
final class Conditions implements ExecutionCondition {

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    Optional<String> missing =
        findAnnotation(context.getElement(), Needs.class)
            .flatMap(needs -> missing(needs.value()))
            .or(
                () ->
                    findAnnotation(context.getElement(), OnlyOnACluster.class)
                        .filter(cluster -> Contract.platform().isLocal())
                        .map(OnlyOnACluster::because));
    missing.ifPresent(why -> Contract.notRun(name(context), why));
    return missing.map(why -> disabled(why)).orElseGet(() -> enabled("it can be run here"));
  }

  private static Optional<String> missing(Engine[] needed) {
    return Arrays.stream(needed)
        .filter(engine -> !Contract.platform().engines().contains(engine))
        .map(Engine::missing)
        .findFirst();
  }

  /** As the documentation calls it: the nested classes only gather the contracts. */
  private static String name(ExtensionContext context) {
    return context.getTestClass().orElseThrow().getSuperclass().getSimpleName()
        + context.getTestMethod().map(test -> "#" + test.getName()).orElse("");
  }
}
