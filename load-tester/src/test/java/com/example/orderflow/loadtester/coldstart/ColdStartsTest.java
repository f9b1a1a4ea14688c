package com.example.orderflow.loadtester.coldstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

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
            1,
            MachineFacts.now("test"),
            (round, candidate, launch) -> order.add(candidate.function()));

    assertThat(order).containsExactly("one", "other");
    assertThat(measured.rows())
        .hasSize(2)
        .allSatisfy(
            row -> {
              assertThat(row.listening().p50()).isPositive();
              assertThat(row.firstAnswer().p50()).isGreaterThan(row.listening().p50());
              assertThat(row.secondAnswer().p50()).isLessThan(row.firstAnswer().p50());
            });
  }

  @Test
  void aProgramThatEndsIsNamedWithItsLog() {
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(
            () ->
                ColdStarts.measure(
                    List.of(candidate("broken", "Nowhere.java")),
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

  private Candidate candidate(String name, String source) {
    return new Candidate(
        name,
        "JVM",
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            folder.resolve(source).toString()),
        Map.of(),
        port -> HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/")).build(),
        folder.resolve(name + ".log"));
  }
}
