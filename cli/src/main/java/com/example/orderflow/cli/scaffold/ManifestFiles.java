package com.example.orderflow.cli.scaffold;

import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Service, Trigger and address, copied from those of the model. */
final class ManifestFiles {
  static final String FOLDER = "infra/knative/base";

  private static final String KUSTOMIZATION = FOLDER + "/kustomization.yaml";
  private static final Pattern COMMENT = Pattern.compile("\\A#.*\n");
  private static final Pattern TYPE = Pattern.compile("(exact:\\s+type: )\\S+");

  private ManifestFiles() {}

  static void add(NewFunction function, Changes changes) throws IOException {
    list(changes, copy(function, "Service", FOLDER, changes));
    list(changes, copy(function, "Trigger", FOLDER, changes));
    changes.copyModel(
        FOLDER + "/70.ConfigMap.functions.yaml", "(?m)^  " + Scaffold.MODEL + ": .*\n", function);
  }

  /**
   * The new function's manifest, with the next number of its kind.
   *
   * @return the name of the file
   */
  static String copy(NewFunction function, String kind, String folder, Changes changes)
      throws IOException {
    Set<String> names = changes.names(folder);
    String model =
        names.stream()
            .filter(name -> name.endsWith("." + kind + "." + Scaffold.MODEL + ".yaml"))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "%s: there is no %s of %s to copy"
                            .formatted(folder, kind, Scaffold.MODEL)));
    String name = "%s.%s.%s.yaml".formatted(number(model, names), kind, function.name());
    String text = changes.read(folder + "/" + model).replace(Scaffold.MODEL, function.name());
    text = COMMENT.matcher(text).replaceFirst("# " + function.trigger().type() + " in.\n");
    text = TYPE.matcher(text).replaceFirst("$1" + function.trigger().type());
    changes.create(folder + "/" + name, text);
    return name;
  }

  /** The first one that is free among those with the model's first digit. */
  private static String number(String model, Set<String> names) {
    return Stream.iterate(0, next -> next + 1)
        .limit(10)
        .map(next -> model.substring(0, 1) + next)
        .filter(number -> names.stream().noneMatch(name -> name.startsWith(number + ".")))
        .filter(number -> number.compareTo(model) > 0)
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException("no number is left beside " + model + "; make room"));
  }

  /** Behind the others of its kind, which have its first digit. */
  private static void list(Changes changes, String name) throws IOException {
    changes.change(
        KUSTOMIZATION,
        Pattern.compile("(?m)(?:^  - " + name.charAt(0) + "\\d\\..*\n)+"),
        found -> found + "  - " + name + "\n");
  }
}
