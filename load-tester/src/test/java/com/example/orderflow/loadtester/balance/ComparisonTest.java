package com.example.orderflow.loadtester.balance;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.orderflow.events.Wiring;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ComparisonTest {

  @Test
  void sheetsThatSayTheSameAreEqualHoweverLongTheyTook() {
    Comparison comparison =
        new Comparison(Map.of(Wiring.BROKER, sheet(5, 2.0), Wiring.CHAIN, sheet(5, 1.0)));

    assertThat(comparison.ok()).isTrue();
    assertThat(ComparisonText.of(comparison))
        .contains("broker     chain", "  shipped                  5         5")
        .endsWith("OK: every order is accounted for, and the wirings are equal.\n");
  }

  @Test
  void oneOrderMoreInOneWiringIsADifference() {
    Comparison comparison =
        new Comparison(Map.of(Wiring.BROKER, sheet(5, 2.0), Wiring.CHAIN, sheet(6, 2.0)));

    assertThat(comparison.equal()).isFalse();
    assertThat(comparison.ok()).isFalse();
    assertThat(ComparisonText.of(comparison)).contains("NOT OK: the wirings differ");
  }

  @Test
  void equalSheetsAreNotEnoughWhenOneHasAProblem() {
    Comparison comparison =
        new Comparison(
            Map.of(Wiring.BROKER, sheet(5, 2.0), Wiring.ARGO, sheet(5, 2.0, "a-argo: late")));

    assertThat(comparison.equal()).isTrue();
    assertThat(comparison.ok()).isFalse();
    assertThat(ComparisonText.of(comparison)).contains("! argo: a-argo: late", "NOT OK: see");
  }

  private static BalanceSheet sheet(long shipped, double seconds, String... problems) {
    return new BalanceSheet(
        shipped,
        shipped,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        shipped,
        0,
        0,
        new BalanceSheet.Latency(1, 2, 3, 4),
        10,
        shipped,
        0,
        0,
        seconds,
        problems.length,
        List.of(problems));
  }
}
