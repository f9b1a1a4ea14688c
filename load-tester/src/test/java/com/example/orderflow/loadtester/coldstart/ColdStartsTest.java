package com.example.orderflow.loadtester.coldstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import com.example.orderflow.loadtester.report.MachineFacts;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ColdStartsTest {
  private static final String PROGRAM =
      """
      public class Program {
        public static void main(String[] arguments) throws Exception {
          int port = Integer.parseInt(System.getenv("PORT"));
          var server = com.sun.net.httpserver.HttpServer.create(new java.net.InetSocketAddress("127.0.0.1", port), 0);
          server.createContext("/", exchange -> { exchange.sendResponseHeaders(204, -1); exchange.close(); });
          server.start();
        }
      }
      """;

  @TempDir Path folder;

  @Test
  void eachProgramIsStartedInTurnAndAnswersTwice() throws Exception {
    Files.writeString(folder.resolve("Program.java"), PROGRAM);
    Candidate one = candidate("one", "Program.java");
    Candidate other = candidate("other", "Program.java");
    List<String> order = new ArrayList<>();

    ColdStarts measured =
        ColdStarts.measure(
            List.of(one, other),
            List.of("native"),
            1,
            MachineFacts.now("test"),
            (round, candidate, launch) -> order.add(candidate.function()));

    assertThat(order).containsExactly("one", "other");
    assertThat(measured.rows())
        .hasSize(2)
        .allSatisfy(
            row -> {
              assertThat(row.firstAnswer().p50())
                  .isCloseTo(
                      row.process().p50()
                          + row.framework().p50()
                          + row.connection().p50()
                          + row.firstRequest().p50(),
                      within(0.1));
              assertThat(row.secondAnswer().p50()).isLessThan(row.firstAnswer().p50());
              assertThat(row.process().p50()).isPositive();
              assertThat(row.framework().p50()).isPositive();
              assertThat(row.load().perSecond()).isPositive();
            });
    assertThat(measured.missing()).containsExactly("native");
  }

  @Test
  void eachRemedyHasItsPrice() {
    ColdStarts.Row plain = row("JVM", 1_500, 2, new UnderLoad(1_000, 0.5, 120), 20);
    ColdStarts.Row binary = row("native", 50, 1, new UnderLoad(600, 1, 60), 80);

    List<Remedy> remedies = Remedy.of(List.of(plain, binary));

    assertThat(remedies).extracting(Remedy::firstAnswer).containsExactly(2.0, 2.0, 1_500.0, 50.0);
    assertThat(remedies.getLast().price())
        .contains(
            "80 MB instead of 20",
            "CPU of a warm request times 2.00, memory under load times 0.50");
  }

  @Test
  void aProgramThatEndsIsNamedWithItsLog() {
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(
            () ->
                ColdStarts.measure(
                    List.of(candidate("broken", "Nowhere.java")),
                    List.of(),
                    1,
                    MachineFacts.now("test"),
                    (round, candidate, launch) -> {}))
        .withMessageContaining("broken (JVM) does not listen")
        .withMessageContaining("broken.log");
  }

  @Test
  void percentilesAreOfWhatWasMeasured() {
    double[] sorted = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};

    assertThat(ColdStarts.at(sorted, 0.5)).isEqualTo(5);
    assertThat(ColdStarts.at(sorted, 0.95)).isEqualTo(10);
    assertThat(ColdStarts.at(new double[] {7}, 0.95)).isEqualTo(7);
  }

  private static ColdStarts.Row row(
      String variant, double first, double second, UnderLoad load, double diskMb) {
    ColdStarts.Times none = new ColdStarts.Times(0, 0, List.of());
    return new ColdStarts.Row(
        "validate-order",
        variant,
        none,
        none,
        none,
        none,
        new ColdStarts.Times(first, first, List.of(first)),
        new ColdStarts.Times(second, second, List.of(second)),
        100,
        load,
        diskMb);
  }

  private Candidate candidate(String name, String source) {
    return new Candidate(
        name,
        "JVM",
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            folder.resolve(source).toString()),
        Map.of(),
        port -> HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/")).build(),
        1,
        folder.resolve(name + ".log"));
  }
}
