package com.example.orderflow.loadtester.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.example.orderflow.events.Wiring;
import com.example.orderflow.loadtester.Ending;
import com.example.orderflow.loadtester.schedule.Constant;
import com.example.orderflow.loadtester.schedule.Pause;
import com.example.orderflow.loadtester.schedule.Replay;
import com.example.orderflow.loadtester.sending.Entrance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ScenarioFileTest {
  private static final String LOAD = "load: [{constant: {rate: 5, for: 10s}}]\n";

  @TempDir Path folder;

  @ParameterizedTest
  @MethodSource("shipped")
  void theScenariosOfTheRepositoryAreValid(Path file) throws IOException {
    assertThat(ScenarioFile.read(file).description()).isNotBlank();
  }

  @Test
  void whatIsNotSaidHasADefault() throws IOException {
    Scenario scenario = read("target: {api: chain}\n" + LOAD);

    assertThat(scenario.name()).isEqualTo("scenario");
    assertThat(scenario.target()).isEqualTo(new Entrance.Api(Optional.of(Wiring.CHAIN)));
    assertThat(scenario.orders()).isEqualTo(OrderMix.DEFAULT);
    assertThat(scenario.limits()).isEqualTo(Scenario.Limits.DEFAULT);
    assertThat(scenario.bounds()).isEqualTo(Scenario.Bounds.NONE);
    assertThat(scenario.knee()).isEmpty();
  }

  @Test
  void everythingThatIsSaidIsRead() throws IOException {
    Scenario scenario =
        read(
            """
            description: all of it
            target: {ingress: orders}
            load:
              - constant: {rate: 0.5, for: 2m}
              - pause: 90s
            warmUp: 1500ms
            orders:
              mix: {shipped: 3, cancelled: 1}
              lines: [2, 40]
              duplicates: 0.25
              malformed: 0.5
              seed: 9
            limits: {inFlight: 7, timeout: 1s, stall: 1h}
            bounds: {p99: 800ms, errors: 0.1, missed: 0.2}
            """);

    assertThat(scenario.target()).isEqualTo(new Entrance.Broker());
    assertThat(scenario.load().phases())
        .containsExactly(
            new Constant(0.5, Duration.ofMinutes(2)), new Pause(Duration.ofSeconds(90)));
    assertThat(scenario.warmUp()).isEqualTo(Duration.ofMillis(1500));
    assertThat(scenario.orders())
        .isEqualTo(
            new OrderMix(Map.of(Ending.SHIPPED, 3, Ending.CANCELLED, 1), 2, 40, 0.25, 0.5, 9));
    assertThat(scenario.limits())
        .isEqualTo(new Scenario.Limits(7, Duration.ofSeconds(1), Duration.ofHours(1)));
    assertThat(scenario.bounds())
        .isEqualTo(new Scenario.Bounds(Optional.of(Duration.ofMillis(800)), 0.1, 0.2));
  }

  @Test
  void aReplayCountsEachInvoiceOnce() throws IOException {
    Files.writeString(
        folder.resolve("orders.csv"),
        """
        InvoiceNo,InvoiceDate
        1,2010-12-01 08:26:00
        1,2010-12-01 08:26:00
        2,2010-12-01 08:27:00
        """);

    Scenario scenario =
        read(
            """
            target: {api: broker}
            load:
              - replay: {file: orders.csv, column: InvoiceDate, by: InvoiceNo, speed: 60}
            """);

    assertThat(scenario.load().phases()).first().isInstanceOf(Replay.class);
    assertThat(scenario.load().requests()).isEqualTo(2);
    assertThat(scenario.load().duration()).isEqualTo(Duration.ofSeconds(1).plusNanos(1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "load: [{constant: {rate: 50001, for: 1s}}]    | :2: load[0].constant.rate: 50001",
        "load: [{constant: {rate: 5, for: 10}}]        | :2: load[0].constant.for: 10",
        "load: [{constant: {rate: 5, per: 1s}}]        | :2: load[0].constant.per:",
        "load: [{constant: {rate: 5}}]                 | :2: load[0].constant:",
        "load: []                                      | :2: load:",
        "loud: []                                      | :2: loud:",
        "load: [{constant: {rate: 5000, for: 1h}}]     | :2: load: 18,000,000 requests in all",
        "load: [{constant: {rate: 0.01, for: 25h}}]    | :2: load: 25 h in all are longer than 24 h",
        "load: [{pause: 5s}]                           | :2: load: no request is ever due",
        "load: [{burst: {size: 10001}}]                | :2: load[0].burst.size: 10001",
        "limits: {inFlight: 10001}                     | :2: limits.inFlight: 10001",
        "orders: {lines: [1, 2001]}                    | :2: orders.lines[1]: 2001",
        "orders: {mix: {lost: 1}}                      | :2: orders.mix.lost:",
        "{ no yaml                                     | no YAML",
      })
  void aFaultIsNamedByFileLineAndField(String line, String fault) {
    assertThatExceptionOfType(ScenarioException.class)
        .isThrownBy(() -> read("target: {api: broker}\n" + line + "\n"))
        .withMessageContaining("scenario.yaml")
        .withMessageContaining(fault);
  }

  @Test
  void allFaultsAreNamedAtOnce() {
    assertThatExceptionOfType(ScenarioException.class)
        .isThrownBy(() -> read("target: {api: pigeon}\nload: [{pause: 1}]\nwarmUp: soon\n"))
        .withMessageContaining(":1: target.api: \"pigeon\"")
        .withMessageContaining(":2: load[0].pause: 1")
        .withMessageContaining(":3: warmUp: \"soon\"");
  }

  @Test
  void aKneeWantsOnePhaseAndABound() {
    assertThatExceptionOfType(ScenarioException.class)
        .isThrownBy(
            () ->
                read(
                    """
                    target: {api: broker}
                    load: [{constant: {rate: 5, for: 10s}}, {pause: 5s}]
                    knee: {from: 10, to: 5}
                    """))
        .withMessageContaining(":2: load: with knee, it is one phase")
        .withMessageContaining("from 10.0 is not below to 5.0")
        .withMessageContaining("bounds.p99 is missing");
  }

  private static List<Path> shipped() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("../scenarios"))) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  private Scenario read(String text) throws IOException {
    return ScenarioFile.read(Files.writeString(folder.resolve("scenario.yaml"), text));
  }
}
