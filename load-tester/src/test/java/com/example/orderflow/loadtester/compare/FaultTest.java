package com.example.orderflow.loadtester.compare;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.orderflow.events.Wiring;
import com.example.orderflow.loadtester.report.ReportJson;
import com.example.orderflow.loadtester.report.RunResult;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run of 20 s with 100 orders, whose function is killed in second 10. */
class FaultTest {
  private static final Fault.Kill KILL = new Fault.Kill("ship-order", 1, 10);
  private static final double LAST_SENT = 20;

  @TempDir Path folder;

  @Test
  void ordersThatEndInTimeAreNotOpen() throws IOException {
    Fault fault = fault(run(0, ended(15, 60), ended(25, 40)));

    assertThat(fault.openSoon()).isZero();
    assertThat(fault.openLate()).isZero();
    assertThat(fault.lost()).isZero();
  }

  @Test
  void ordersThatEndLaterWereOpen() throws IOException {
    Fault fault = fault(run(0, ended(15, 60), ended(60, 30), ended(145, 10)));

    assertThat(fault.openSoon()).isEqualTo(40);
    assertThat(fault.openLate()).isEqualTo(10);
    assertThat(fault.lost()).isZero();
  }

  @Test
  void ordersThatNeverEndAreLost() throws IOException {
    Fault fault = fault(run(3, ended(15, 97)));

    assertThat(fault.openSoon()).isEqualTo(3);
    assertThat(fault.lost()).isEqualTo(3);
  }

  private static Fault fault(RunResult run) {
    return Fault.of(new Contender(Wiring.BROKER, ""), KILL, LAST_SENT, run, 500);
  }

  private record Ended(double second, int orders) {}

  private static Ended ended(double second, int orders) {
    return new Ended(second, orders);
  }

  /** A report of which only the orders matter. */
  private RunResult run(int inFlight, Ended... stretches) throws IOException {
    Path kept = Path.of("src/test/resources/report/run.json");
    ObjectNode report = ReportJson.of(ReportJson.read(kept));
    report.put("sent", 100).put("deadLettered", 0).put("inFlight", inFlight);
    ArrayNode series = report.withObject("/load").putArray("series");
    double from = 0;
    for (Ended stretch : stretches) {
      series
          .addObject()
          .put("second", stretch.second())
          .put("ended", stretch.orders() / (stretch.second() - from));
      from = stretch.second();
    }
    Path file = folder.resolve("run.json");
    return ReportJson.read(Files.writeString(file, ReportJson.text(report)));
  }
}
