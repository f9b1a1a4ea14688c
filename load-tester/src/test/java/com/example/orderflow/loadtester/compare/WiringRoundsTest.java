package com.example.orderflow.loadtester.compare;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.orderflow.events.Wiring;
import com.example.orderflow.loadtester.processes.PlatformProbe;
import com.example.orderflow.loadtester.report.LoadReport;
import com.example.orderflow.loadtester.report.MachineFacts;
import com.example.orderflow.loadtester.report.ReportJson;
import com.example.orderflow.loadtester.report.RunResult;
import com.example.orderflow.loadtester.scenario.Scenario;
import com.example.orderflow.loadtester.scenario.ScenarioFile;
import com.example.orderflow.loadtester.sending.Entrance;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** In which order a platform runs what. */
class WiringRoundsTest {
  private static final LoadReport.Machine MACHINE = MachineFacts.now("test");

  private final List<String> done = new ArrayList<>();

  @Test
  void wiringsRunInTurn() throws Exception {
    rounds(2, List.of(Wiring.CHAIN, Wiring.BROKER), List.of());

    assertThat(done).containsExactly("chain", "broker", "chain", "broker", "chain", "broker");
  }

  @Test
  void eachRoundChangesTheFunctionsAndBeginsWithoutAny() throws Exception {
    rounds(2, List.of(Wiring.CHAIN, Wiring.BROKER), List.of("jvm", "aot"));

    assertThat(String.join(" ", done))
        .isEqualTo(
            "[jvm] chain broker"
                + " [jvm] chain-all chain broker [aot] chain-all chain broker"
                + " [jvm] chain-all chain broker [aot] chain-all chain broker");
  }

  @Test
  void whatBeginsWithoutFunctionsStandsByItself() throws Exception {
    WiringReport report = rounds(3, List.of(Wiring.CHAIN), List.of("jvm", "aot"));

    assertThat(report.rows().getFirst().cells())
        .allSatisfy(cell -> assertThat(cell.values()).hasSize(3));
    assertThat(report.fromNothing().getFirst().cells())
        .extracting(cell -> cell.contender().name())
        .containsExactly("chain jvm", "chain aot");
  }

  @Test
  void theReportNamesContendersAndWhatTheyAreComparedWith() throws Exception {
    WiringReport report = rounds(3, List.of(Wiring.CHAIN, Wiring.BROKER), List.of("jvm", "aot"));

    JsonNode last =
        ReportJson.of("compare", report.headline(), true, report).at("/compare/rows/0/cells/3");
    assertThat(last.get("contender").asText()).isEqualTo("broker aot");
    assertThat(last.get("baseline").asText()).isEqualTo("broker jvm");
    assertThat(WiringText.of(report))
        .contains("1.00 x chain jvm (1.00-1.00)", "1.00 x broker jvm (1.00-1.00)")
        .contains("Begun without functions, through chain");
  }

  private WiringReport rounds(int rounds, List<Wiring> wirings, List<String> variants)
      throws Exception {
    Scenario scenario = ScenarioFile.read(Path.of("../scenarios/compare.yaml"));
    return new WiringRounds(
            scenario,
            new Contest(wirings, variants),
            rounds,
            Duration.ZERO,
            this::run,
            variant -> done.add("[" + variant + "]"),
            new IdleWatch(PlatformProbe.none(), Duration.ZERO),
            (round, contender, result) -> assertThat(round).isNotEmpty())
        .run(MACHINE);
  }

  /** The same for each, so that every ratio is 1. */
  private RunResult run(Scenario scenario) {
    Wiring wiring = ((Entrance.Api) scenario.target()).wiring().orElseThrow();
    done.add(wiring.id() + (scenario.warmUp().isZero() ? "-all" : ""));
    return result();
  }

  private static RunResult result() {
    try {
      return ReportJson.read(Path.of("src/test/resources/report/run.json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
