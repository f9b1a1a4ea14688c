package com.example.orderflow.contracttests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the documentation points at is there: files, tests, commands. */
class DocsTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern LINK = Pattern.compile("\\]\\((?!https?://|#)([^)#\\s]+)[^)]*\\)");
  private static final Pattern TEST = Pattern.compile("`(\\w+(?:Test|IT|Contract))#(\\w+)`");
  private static final Pattern SHELL = Pattern.compile("```sh\\n(.*?)```", Pattern.DOTALL);
  private static final Pattern MODULE = Pattern.compile("<module>(.*)</module>");
  private static final Pattern COMMAND = Pattern.compile("(?m)^\\./orderflow ([a-z-]+)");

  /** A path of this repository in backticks; one with {@code <name>} or {@code *} is a pattern. */
  private static final Pattern PATH =
      Pattern.compile(
          "`((?:events|functions|sandbox|local-platform|load-tester|cli|infra|samples|scenarios|wiring-check|migrations|orchestration|probe|benchmarks|contract-tests|docs|\\.ci)/[a-z][\\w./-]*)`");

  static Stream<Path> documents() throws IOException {
    List<Path> documents =
        new ArrayList<>(
            List.of(
                ROOT.resolve("README.md"),
                ROOT.resolve("README.zh.md"),
                ROOT.resolve("benchmarks/README.md"),
                ROOT.resolve("samples/README.md")));
    try (Stream<Path> docs = Files.list(ROOT.resolve("docs"))) {
      docs.filter(file -> file.toString().endsWith(".md")).sorted().forEach(documents::add);
    }
    return documents.stream();
  }

  @ParameterizedTest
  @MethodSource("documents")
  void everyLinkLeadsToAFile(Path document) {
    assertThat(found(LINK, document).map(link -> link.group(1)))
        .allSatisfy(link -> assertThat(document.resolveSibling(link)).exists());
  }

  @ParameterizedTest
  @MethodSource("documents")
  void everyPathThatIsNamedExists(Path document) {
    assertThat(found(PATH, document).map(path -> path.group(1)))
        .allSatisfy(path -> assertThat(ROOT.resolve(path)).exists());
  }

  @ParameterizedTest
  @MethodSource("documents")
  void everyTestThatIsNamedExists(Path document) {
    List<Path> sources = testSources();

    assertThat(found(TEST, document))
        .allSatisfy(
            test ->
                assertThat(sources)
                    .filteredOn(source -> source.endsWith(test.group(1) + ".java"))
                    .as("%s in %s", test.group(), document)
                    .anyMatch(source -> read(source).contains("void " + test.group(2) + "(")));
  }

  @ParameterizedTest
  @MethodSource("documents")
  void everyCommandIsKnownToTheLauncherOrTheCommandLine(Path document) {
    Set<String> known =
        sources("cli/src/main").stream()
            .flatMap(
                source -> Pattern.compile("name = \"([a-z-]+)\"").matcher(read(source)).results())
            .map(name -> name.group(1))
            .collect(Collectors.toSet());
    known.addAll(List.of("test", "images")); // the launcher's own

    assertThat(found(COMMAND, document).map(command -> command.group(1)))
        .allSatisfy(command -> assertThat(known).contains(command));
  }

  @Test
  void bothReadmesGiveTheSameCommands() {
    assertThat(commands("README.zh.md")).isEqualTo(commands("README.md"));
  }

  private static List<String> commands(String readme) {
    return found(SHELL, ROOT.resolve(readme)).map(block -> block.group(1)).toList();
  }

  private static Stream<MatchResult> found(Pattern pattern, Path document) {
    return pattern.matcher(read(document)).results();
  }

  /** All that was written by hand; what is built or running beside it changes meanwhile. */
  private static List<Path> testSources() {
    return MODULE
        .matcher(read(ROOT.resolve("pom.xml")))
        .results()
        .flatMap(module -> sources(module.group(1) + "/src/test").stream())
        .toList();
  }

  private static List<Path> sources(String folder) {
    Path root = ROOT.resolve(folder);
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
