package com.example.orderflow.localplatform.manifest;

import com.example.orderflow.localplatform.argo.Text;
import com.example.orderflow.localplatform.argo.WorkflowTemplateSpec;
import com.example.orderflow.localplatform.argo.WorkflowTemplateSpec.NamedText;
import com.example.orderflow.localplatform.argo.WorkflowTemplateSpec.Step;
import com.example.orderflow.localplatform.argo.WorkflowTemplateSpec.StepsTemplate;
import com.example.orderflow.localplatform.argo.WorkflowTemplateSpec.TimeToLive;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a WorkflowTemplate: an entrypoint and an exit handler of steps, each of which calls an http
 * template.
 */
final class WorkflowTemplateReader {
  private static final int LONGEST_SECONDS = 31_536_000;

  private final String namespace;
  private final Set<String> globals = new HashSet<>(Set.of("workflow.name"));
  private final Map<String, ManifestNode> templates = new HashMap<>();
  private final Map<String, HttpTemplateReader> http = new HashMap<>();

  private WorkflowTemplateReader(String namespace) {
    this.namespace = namespace;
  }

  static WorkflowTemplateSpec read(ManifestNode document, String namespace) {
    return new WorkflowTemplateReader(namespace).template(document);
  }

  private WorkflowTemplateSpec template(ManifestNode document) {
    ManifestNode metadata = document.field("metadata");
    metadata.accept("labels", "nothing selects by label here");
    String name = metadata.field("name").text();
    metadata.refuseTheRest();
    ManifestNode spec = document.field("spec");
    spec.accept("serviceAccountName", "there are no pods");
    List<String> parameters = spec.optional("arguments").map(this::parameters).orElse(List.of());
    parameters.forEach(parameter -> globals.add("workflow.parameters." + parameter));
    for (ManifestNode template : spec.field("templates").items()) {
      templates.put(template.field("name").text(), template);
    }
    StepsTemplate entrypoint = steps(spec.field("entrypoint"));
    globals.add("workflow.status");
    Optional<StepsTemplate> onExit = spec.optional("onExit").map(this::steps);
    Duration timeLimit = seconds(spec.field("activeDeadlineSeconds"));
    TimeToLive timeToLive = timeToLive(spec.field("ttlStrategy"));
    spec.refuseTheRest();
    http.values().forEach(HttpTemplateReader::refuseTheRest);
    templates.values().stream()
        .findFirst()
        .ifPresent(
            unused -> {
              throw unused.refuse("is a template that neither entrypoint nor onExit leads to");
            });
    return new WorkflowTemplateSpec(
        namespace, name, parameters, entrypoint, onExit, timeLimit, timeToLive);
  }

  private List<String> parameters(ManifestNode arguments) {
    List<String> names = new ArrayList<>();
    for (ManifestNode parameter : arguments.field("parameters").items()) {
      names.add(parameter.field("name").text());
      parameter.refuseTheRest();
    }
    arguments.refuseTheRest();
    return names;
  }

  private TimeToLive timeToLive(ManifestNode strategy) {
    TimeToLive read =
        new TimeToLive(
            seconds(strategy.field("secondsAfterSuccess")),
            seconds(strategy.field("secondsAfterFailure")));
    strategy.refuseTheRest();
    return read;
  }

  private StepsTemplate steps(ManifestNode name) {
    ManifestNode template = taken(name);
    Set<String> known = new HashSet<>(globals);
    List<Step> steps = new ArrayList<>();
    for (ManifestNode group : template.field("steps").items()) {
      if (group.items().size() != 1) {
        throw group.refuse("steps at the same time are not interpreted: one step in each list");
      }
      Step step = step(group.items().getFirst(), known);
      steps.add(step);
      known.add("steps.%s.status".formatted(step.name()));
      known.add("steps.%s.outputs.result".formatted(step.name()));
    }
    template.refuseTheRest();
    return new StepsTemplate(name.text(), steps);
  }

  private Step step(ManifestNode step, Set<String> known) {
    String name = step.field("name").text();
    HttpTemplateReader called = http(step.field("template"));
    List<NamedText> arguments =
        step.optional("arguments").map(given -> arguments(given, known)).orElse(List.of());
    called.requireInputs(step, arguments);
    Optional<Text> when = step.optional("when").map(condition -> TextReader.read(condition, known));
    Optional<ManifestNode> continueOn = step.optional("continueOn");
    boolean failed = continueOn.map(on -> flag(on, "failed")).orElse(false);
    boolean error = continueOn.map(on -> flag(on, "error")).orElse(false);
    continueOn.ifPresent(ManifestNode::refuseTheRest);
    step.refuseTheRest();
    return new Step(name, called.template(), arguments, when, failed, error);
  }

  private static List<NamedText> arguments(ManifestNode arguments, Set<String> known) {
    List<NamedText> texts = TextReader.named(arguments.field("parameters"), known);
    arguments.refuseTheRest();
    return texts;
  }

  private HttpTemplateReader http(ManifestNode name) {
    HttpTemplateReader known = http.get(name.text());
    if (known != null) {
      return known;
    }
    HttpTemplateReader read = new HttpTemplateReader(name.text(), taken(name), globals);
    http.put(name.text(), read);
    return read;
  }

  private ManifestNode taken(ManifestNode name) {
    ManifestNode template = templates.remove(name.text());
    if (template == null) {
      throw name.refuse(
          "\"%s\" is no template here, or one that is entered twice".formatted(name.text()));
    }
    return template;
  }

  private static boolean flag(ManifestNode node, String name) {
    return node.optional(name).map(flag -> flag.text().equals("true")).orElse(false);
  }

  private static Duration seconds(ManifestNode seconds) {
    return Duration.ofSeconds(seconds.integer(1, LONGEST_SECONDS));
  }
}
