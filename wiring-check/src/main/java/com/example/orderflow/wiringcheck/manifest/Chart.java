package com.example.orderflow.wiringcheck.manifest;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.TemplateCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Renders a chart with Helm itself, in this process.
 *
 * <pre>
 *   chart ─► copy, whose hooks are ordinary objects ─► Helm ─► documents, each below "# Source: TEMPLATE"
 * </pre>
 *
 * Helm's library leaves hooks out of what it renders, and their pods are pods too.
 */
final class Chart {
  private static final String HOOK = "helm.sh/hook:";
  private static final String NO_HOOK = "orderflow.example.com/hook:";

  private static final Pattern SOURCE = Pattern.compile("(?m)^# Source: [^/]+/(.*)$");

  private Chart() {}

  static Manifests render(Path chart, List<Path> values) {
    try {
      Path copy = Files.createTempDirectory("orderflow-chart");
      try {
        copy(chart, copy);
        return Manifests.of(documents(chart, rendered(chart, copy, values)));
      } finally {
        remove(copy);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String rendered(Path chart, Path copy, List<Path> values) {
    TemplateCommand helm =
        new Helm(copy).template().withName("orderflow").withNamespace("orderflow");
    values.forEach(helm::withValuesFile);
    try {
      return helm.call();
    } catch (IllegalStateException refused) {
      throw new ManifestException(
          "%s: Helm does not render it: %s"
              .formatted(
                  chart,
                  refused
                      .getMessage()
                      .replace("Use --debug flag to render out invalid YAML", "")
                      .strip()),
          refused);
    }
  }

  /** What stands between two "# Source" lines came from one template. */
  private static List<Node> documents(Path chart, String rendered) {
    List<Node> documents = new ArrayList<>();
    for (String part : rendered.split("(?m)^---$")) {
      Matcher source = SOURCE.matcher(part);
      if (source.find()) {
        String below = part.substring(source.end() + 1);
        documents.addAll(YamlDocuments.in(chart.resolve(source.group(1)).toString(), below));
      }
    }
    return documents;
  }

  private static void copy(Path chart, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(chart)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = to.resolve(chart.relativize(file).toString());
        Files.createDirectories(target.getParent());
        if (file.toString().endsWith(".yaml")) {
          Files.writeString(target, Files.readString(file).replace(HOOK, NO_HOOK));
        } else {
          Files.copy(file, target);
        }
      }
    }
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
