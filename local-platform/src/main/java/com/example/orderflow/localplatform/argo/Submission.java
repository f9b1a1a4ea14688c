package com.example.orderflow.localplatform.argo;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What a client submits: which template, under which name, with which values. */
record Submission(String name, Map<String, String> labels, Map<String, String> parameters) {
  /** As the names of Kubernetes; longer ones make no label of a pod. */
  private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9.-]{0,61}[a-z0-9])?");

  private static final Set<String> KINDS =
      Set.of("WorkflowTemplate", "workflowtemplate", "workflowtemplates", "wftmpl");

  /**
   * Reads a body of {@code /submit}.
   *
   * @throws Refused for a value that Argo refuses, or a field that is not interpreted
   */
  static Submission read(String body, WorkflowTemplateSpec template) {
    try {
      JsonObject json = new JsonObject(body);
      only(json, Set.of("namespace", "resourceKind", "resourceName", "submitOptions"), "");
      if (!KINDS.contains(json.getString("resourceKind"))) {
        throw invalid(
            "Resource kind '%s' is not supported for submitting"
                .formatted(json.getString("resourceKind")));
      }
      if (!template.name().equals(json.getString("resourceName"))) {
        throw new Refused(
            Refused.Reason.NOT_FOUND,
            "workflowtemplates.argoproj.io \"%s\" not found"
                .formatted(json.getString("resourceName")));
      }
      JsonObject options = json.getJsonObject("submitOptions", new JsonObject());
      only(options, Set.of("name", "labels", "parameters"), "submitOptions.");
      return new Submission(
          name(options.getString("name", "")),
          pairs(options.getString("labels", "").split(",")),
          parameters(options.getJsonArray("parameters", new JsonArray()), template));
    } catch (DecodeException | ClassCastException e) {
      throw invalid(String.valueOf(e.getMessage()));
    }
  }

  private static String name(String name) {
    if (!NAME.matcher(name).matches()) {
      throw invalid(
          "metadata.name: \"%s\" is not 1 to 63 of a-z 0-9 . - with a letter or digit at both ends"
              .formatted(name));
    }
    return name;
  }

  private static Map<String, String> parameters(JsonArray given, WorkflowTemplateSpec template) {
    Map<String, String> parameters = pairs(given.stream().toArray(String[]::new));
    for (String name : template.parameters()) {
      if (!parameters.containsKey(name)) {
        throw invalid("spec.arguments.%s.value is required".formatted(name));
      }
    }
    parameters.forEach(Submission::plain);
    return parameters;
  }

  private static void plain(String name, String value) {
    if (Text.isTemplate(value)) {
      throw invalid(
          "spec.arguments.%s holds two opening braces, which Argo would evaluate as a template: write the second as \\u007b"
              .formatted(name));
    }
    if (value.indexOf('\0') >= 0) {
      throw invalid("spec.arguments.%s is no text".formatted(name));
    }
  }

  private static Map<String, String> pairs(String[] pairs) {
    Map<String, String> read = new TreeMap<>();
    for (String pair : pairs) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        read.put(pair.substring(0, equals), pair.substring(equals + 1));
      } else if (!pair.isEmpty()) {
        throw invalid("expected parameter of the form: NAME=VALUE. Received: " + pair);
      }
    }
    return read;
  }

  private static void only(JsonObject json, Set<String> fields, String path) {
    Set<String> others = new TreeSet<>(json.fieldNames());
    others.removeAll(fields);
    if (!others.isEmpty()) {
      throw new Refused(
          Refused.Reason.UNIMPLEMENTED,
          "%s%s is not interpreted by the local platform"
              .formatted(path, others.iterator().next()));
    }
  }

  private static Refused invalid(String message) {
    return new Refused(Refused.Reason.INVALID_ARGUMENT, message);
  }
}
