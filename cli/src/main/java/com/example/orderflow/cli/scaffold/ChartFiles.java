package com.example.orderflow.cli.scaffold;

import java.io.IOException;
import java.util.regex.Pattern;

/** Service and Trigger of the chart, and what may be set for the function. */
final class ChartFiles {
  private static final String CHART = "infra/helm/orderflow/";
  private static final String SCHEMA = CHART + "values.schema.json";
  private static final String MODEL = Scaffold.MODEL;

  private ChartFiles() {}

  static void add(NewFunction function, Changes changes) throws IOException {
    ManifestFiles.copy(function, "Service", CHART + "templates", changes);
    ManifestFiles.copy(function, "Trigger", CHART + "templates", changes);
    before(
        changes, CHART + "values.yaml", "(?m)^  " + MODEL + ":", "  " + function.name() + ": {}\n");
    before(
        changes,
        SCHEMA,
        "(?m)^ *\"" + MODEL + "\": \\{",
        """
                "%s": {
                  "$ref": "#/$defs/function"
                },
        """
            .formatted(function.name()));
    before(changes, SCHEMA, "(?m)^ *\"" + MODEL + "\",", "        \"" + function.name() + "\",\n");
  }

  private static void before(Changes changes, String path, String place, String text)
      throws IOException {
    changes.change(path, Pattern.compile(place), found -> text + found);
  }
}
