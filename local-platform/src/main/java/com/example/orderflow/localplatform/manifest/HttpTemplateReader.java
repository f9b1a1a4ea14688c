package com.example.orderflow.localplatform.manifest;

import com.example.orderflow.localplatform.argo.RetryStrategy;
import com.example.orderflow.localplatform.argo.Text;
import com.example.orderflow.localplatform.argo.WorkflowTemplateSpec.HttpTemplate;
import com.example.orderflow.localplatform.argo.WorkflowTemplateSpec.NamedText;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads a template that is one HTTP request. */
final class HttpTemplateReader {
  private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h)?");
  private static final int MOST_RETRIES = 1_000;
  private static final int LARGEST_FACTOR = 100;

  private final ManifestNode node;
  private final Set<String> inputs;
  private final HttpTemplate template;

  HttpTemplateReader(String name, ManifestNode node, Set<String> globals) {
    this.node = node;
    this.inputs = node.optional("inputs").map(HttpTemplateReader::inputs).orElse(Set.of());
    Set<String> known = new HashSet<>(globals);
    inputs.forEach(input -> known.add("inputs.parameters." + input));
    Optional<RetryStrategy> retry = node.optional("retryStrategy").map(HttpTemplateReader::retry);
    ManifestNode http = node.field("http");
    this.template =
        new HttpTemplate(
            name,
            http.optional("method").map(ManifestNode::text).orElse("GET"),
            TextReader.read(http.field("url"), known),
            http.optional("headers")
                .map(headers -> TextReader.named(headers, known))
                .orElse(List.of()),
            http.optional("body").map(body -> TextReader.read(body, known)).orElse(Text.read("")),
            retry);
    http.optional("timeoutSeconds")
        .ifPresent(
            timeout -> {
              throw timeout.refuse(
                  "may end a request of Argo 3.7 before its answer is read; bound the workflow by activeDeadlineSeconds");
            });
    http.refuseTheRest();
  }

  HttpTemplate template() {
    return template;
  }

  void refuseTheRest() {
    node.refuseTheRest();
  }

  /** Refuses a step that gives this template too little or too much. */
  void requireInputs(ManifestNode step, List<NamedText> arguments) {
    Set<String> given =
        arguments.stream().map(NamedText::name).collect(Collectors.toCollection(TreeSet::new));
    if (!given.equals(inputs)) {
      throw step.refuse(
          "gives the template \"%s\" %s, which takes %s".formatted(template.name(), given, inputs));
    }
  }

  private static Set<String> inputs(ManifestNode inputs) {
    Set<String> names = new TreeSet<>();
    for (ManifestNode parameter : inputs.field("parameters").items()) {
      names.add(parameter.field("name").text());
      parameter.refuseTheRest();
    }
    inputs.refuseTheRest();
    return names;
  }

  private static RetryStrategy retry(ManifestNode strategy) {
    int limit = strategy.field("limit").integer(0, MOST_RETRIES);
    RetryStrategy.Policy policy = policy(strategy.field("retryPolicy"));
    Optional<Text> expression =
        strategy
            .optional("expression")
            .map(text -> TextReader.expression(text, Set.of("lastRetry.message")));
    ManifestNode backoff = strategy.field("backoff");
    RetryStrategy read =
        new RetryStrategy(
            limit,
            policy,
            expression,
            duration(backoff.field("duration")),
            backoff.field("factor").integer(1, LARGEST_FACTOR),
            duration(backoff.field("cap")));
    backoff.refuseTheRest();
    strategy.refuseTheRest();
    return read;
  }

  private static RetryStrategy.Policy policy(ManifestNode policy) {
    return Arrays.stream(RetryStrategy.Policy.values())
        .filter(known -> known.argo().equals(policy.text()))
        .findFirst()
        .orElseThrow(
            () ->
                policy.refuse(
                    "\"%s\" is not Always, OnFailure or OnError".formatted(policy.text())));
  }

  /** As Go writes durations; a number alone is seconds. */
  private static Duration duration(ManifestNode duration) {
    Matcher matcher = DURATION.matcher(duration.text());
    if (!matcher.matches()) {
      throw duration.refuse("\"%s\" is no duration such as 500ms or 2s".formatted(duration.text()));
    }
    long value = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "ms" -> Duration.ofMillis(value);
      case "m" -> Duration.ofMinutes(value);
      case "h" -> Duration.ofHours(value);
      case null, default -> Duration.ofSeconds(value);
    };
  }
}
