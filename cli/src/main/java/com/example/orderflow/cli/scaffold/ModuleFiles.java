package com.example.orderflow.cli.scaffold;

import com.example.orderflow.events.EventType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The Maven module, and those that have to be built after it. */
final class ModuleFiles {
  private static final String MODEL = Scaffold.MODEL;
  private static final String IMPORT = "import ";

  private ModuleFiles() {}

  static void add(NewFunction function, Changes changes) throws IOException {
    String base = EventType.class.getPackageName().replaceFirst("\\.events$", "");
    String folder = "functions/" + function.name() + "/";
    String java = "/java/" + base.replace('.', '/') + "/" + function.packageName() + "/";
    Map<String, String> values = values(function, base, changes.read("pom.xml"));

    changes.create(folder + "pom.xml", filled("pom.xml", values));
    changes.create(
        folder + "src/main/resources/application.properties",
        filled("application.properties", values));
    changes.create(
        folder + "src/main" + java + "package-info.java", filled("package-info.java", values));
    changes.create(
        folder + "src/main" + java + function.className() + "Function.java",
        filled("Function.java", values));
    changes.create(
        folder + "src/test" + java + function.className() + "FunctionTest.java",
        filled("FunctionTest.java", values));

    changes.copyModel("pom.xml", " *<module>functions/" + MODEL + "</module>\n", function);
    // Its program is started by the tests of the whole pipeline, so it is built before them.
    changes.copyModel(
        "contract-tests/pom.xml",
        " *<dependency>\\s*<groupId>[^<]*</groupId>\\s*<artifactId>"
            + MODEL
            + "</artifactId>(?s:.*?)</dependency>\n",
        function);
  }

  private static Map<String, String> values(NewFunction function, String base, String pom) {
    EventType trigger = function.trigger();
    return Map.of(
        "groupId", first(pom, "groupId"),
        "version", first(pom, "version"),
        "base", base,
        "name", function.name(),
        "package", function.packageName(),
        "class", function.className(),
        "method", function.methodName(),
        "type", trigger.type(),
        "trigger", trigger.name(),
        "payload", trigger.payload().getSimpleName());
  }

  private static String first(String pom, String element) {
    Matcher value = Pattern.compile("<%1$s>([^<]+)</%1$s>".formatted(element)).matcher(pom);
    if (!value.find()) {
      throw new IllegalStateException("pom.xml: has no <%s>".formatted(element));
    }
    return value.group(1);
  }

  private static String filled(String template, Map<String, String> values) throws IOException {
    try (InputStream in = ModuleFiles.class.getResourceAsStream(template + ".template")) {
      String text =
          new String(Objects.requireNonNull(in, template).readAllBytes(), StandardCharsets.UTF_8);
      for (Map.Entry<String, String> value : values.entrySet()) {
        text = text.replace("@" + value.getKey() + "@", value.getValue());
      }
      return sortedImports(text);
    }
  }

  /** Their order depends on the values. */
  private static String sortedImports(String text) {
    Predicate<String> sorts = line -> line.startsWith(IMPORT) && !line.startsWith("import static");
    Iterator<String> sorted = text.lines().filter(sorts).sorted().iterator();
    return text.lines()
        .map(line -> sorts.test(line) ? sorted.next() : line)
        .collect(Collectors.joining("\n", "", "\n"));
  }
}
