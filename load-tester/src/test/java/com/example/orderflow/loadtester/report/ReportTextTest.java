package com.example.orderflow.loadtester.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTextTest {
  private static final Path RUN = Path.of("src/test/resources/report/run.json");

  @TempDir Path folder;

  @Test
  void aReportThatIsReadAgainSaysTheSame() throws IOException {
    RunResult run = ReportJson.read(RUN);
    Path copy = Files.writeString(folder.resolve("copy.json"), ReportJson.text(ReportJson.of(run)));

    assertThat(ReportJson.read(copy)).isEqualTo(run);
  }

  @Test
  void theTextHasTheLoadAndTheBalance() throws IOException {
    assertThat(ReportText.of(ReportJson.read(RUN)))
        .contains("order API, wiring broker", "p99.9", "tester's CPU", "ship-order")
        .contains("OK: every order is accounted for.");
  }

  @Test
  void theHeadlineIsOneSentenceThatSaysWhetherAnyOrderWasLost() throws IOException {
    assertThat(Headline.of(ReportJson.read(RUN)))
        .startsWith("178 orders in ")
        .contains("none was lost, none charged twice")
        .endsWith("ms.");
  }

  @Test
  void theTableOverTimeHasALineForEachStretch() throws IOException {
    LoadReport load = ReportJson.read(RUN).load();

    assertThat(SeriesCsv.of(load).lines())
        .hasSize(load.series().size() + 1)
        .first()
        .isEqualTo(
            "second,due,answered,failed,missed,inFlight,p50,p99,max,ended,orderP50,orderP99");
  }

  @Test
  void aPageNeedsNothingFromElsewhere() throws IOException {
    RunResult run = ReportJson.read(RUN);

    String page = HtmlPage.of("a < b", Headline.of(run), true, ReportJson.of(run));

    assertThat(page).contains("a &lt; b").doesNotContain("{{", "src=\"", "href=\"", "@import");
  }

  @Test
  void anotherJsonFileIsRefusedWithTheNextStep() throws IOException {
    Path other = Files.writeString(folder.resolve("balance.json"), "{\"sent\": 1}");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> ReportJson.read(other))
        .withMessageContaining("balance.json")
        .withMessageContaining("orderflow load SCENARIO --report");
  }
}
