package com.example.orderflow.loadtester.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page of a report in a real browser, opened from the disk. */
@EnabledIf(value = "isInstalled", disabledReason = "no chromium in PATH")
class ReportPageIT {
  @TempDir Path folder;

  @Test
  void theReportOfARunDrawsItsPlotsAndTables() throws Exception {
    RunResult run = ReportJson.read(Path.of("src/test/resources/report/run.json"));
    String page = HtmlPage.of("steady", Headline.of(run), run.ok(), ReportJson.of(run));

    String drawn = opened(page);

    assertThat(drawn.split("<canvas", -1)).as("plots").hasSize(7);
    assertThat(drawn)
        .contains("Balance sheet", "Processors in use", "How to reproduce", Headline.of(run))
        .contains("Copyright", "Leon Sorokin");
  }

  /** Of each kind the one that docs/load.md shows. */
  @ParameterizedTest
  @CsvSource({
    "compare-variants-two-cores-2026-11.json, When no function is there at first",
    "cold-start-two-cores-2026-11.json, Remedies",
    "plan-2026-11.json, What was tried"
  })
  void theReportsThatAreKeptAreDrawn(String file, String section) throws Exception {
    Path kept = Path.of("../benchmarks/results").resolve(file);

    String drawn = opened(ReportJson.page(kept));

    assertThat(drawn).contains(section, ReportJson.headline(kept));
  }

  static boolean isInstalled() {
    return browser().isPresent();
  }

  private static Optional<Path> browser() {
    return Stream.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
        .flatMap(
            name ->
                Stream.of(System.getenv("PATH").split(File.pathSeparator))
                    .map(folder -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** What the page has become when its script has run without a fault. */
  private String opened(String page) throws IOException, InterruptedException {
    Path file = Files.writeString(folder.resolve("report.html"), page);
    Path out = folder.resolve("out.html");
    Path err = folder.resolve("err.txt");
    Process chromium =
        new ProcessBuilder(
                browser().orElseThrow().toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--no-first-run",
                "--enable-logging=stderr",
                "--user-data-dir=" + folder.resolve("profile"),
                "--dump-dom",
                file.toUri().toString())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    assertThat(chromium.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(chromium.exitValue()).isZero();
    assertThat(Files.readString(err, StandardCharsets.ISO_8859_1)).doesNotContain("CONSOLE");
    return Files.readString(out);
  }
}
