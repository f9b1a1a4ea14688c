package com.example.orderflow.loadtester.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.orderflow.loadtester.plan.PodSeries.Sample;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A plan of 4 pods from second 18 until second 96, the last request in second 70. */
class PlanCheckTest {
  private static final PodSeries PLANNED = series(0, 1, 18, 4, 96, 0, 100, 0);
  private static final double LAST_REQUEST = 70;
  private static final double GRACE = 6;

  @Test
  void theSameIsNoDifference() {
    assertThat(differences(PLANNED)).isEmpty();
  }

  @Test
  void onePodMoreAndThreeStepsLaterIsNoDifference() {
    assertThat(differences(series(0, 1, 24, 5, 102, 0, 110, 0))).isEmpty();
  }

  @Test
  void whoDoesNotWaitForTheGraceIsNotTooEarly() {
    assertThat(differences(series(0, 1, 18, 4, 84.5, 0, 110, 0))).isEmpty();
  }

  @Test
  void twoPodsMoreAreADifference() {
    assertThat(differences(series(0, 1, 18, 6, 96, 0, 100, 0)))
        .contains("pods at most: planned 4, seen 6, which may differ by 1");
  }

  @Test
  void aSecondPodThatComesLateOrNeverIsADifference() {
    assertThat(differences(series(0, 1, 25, 4, 96, 0, 100, 0)))
        .containsExactly(
            "the second pod: planned in second 18.0, seen in second 25.0, which may be 6 s earlier and 6 s later");
    assertThat(differences(series(0, 1, 96, 0, 100, 0)))
        .anyMatch(said -> said.startsWith("the second pod: planned in second 18.0, seen never"));
  }

  @Test
  void podsThatStayAreADifference() {
    assertThat(differences(series(0, 1, 18, 4, 100, 4)))
        .containsExactly(
            "no pod any more: planned in second 96.0, seen never, which may be 12 s earlier and 6 s later");
  }

  @Test
  void podsThatGoInBetweenAreADifferenceOfWhatIsPaidFor() {
    assertThat(differences(series(0, 1, 18, 4, 40, 1, 96, 0, 100, 0)))
        .containsExactly("pods × seconds: planned 330, seen 162, which may differ by 30 %");
  }

  @Test
  void aSeriesIsSaidByItsChanges() {
    assertThat(series(0, 1, 1, 1, 18, 4, 20, 4, 96, 0).text())
        .isEqualTo("1 from 0.0 s, 4 from 18.0 s, 0 from 96.0 s");
  }

  private static List<String> differences(PodSeries seen) {
    return new PlanCheck(PLANNED, seen, LAST_REQUEST, GRACE).differences();
  }

  /** Seconds and pods, in turn. */
  private static PodSeries series(double... secondsAndPods) {
    List<Sample> samples = new ArrayList<>();
    for (int at = 0; at < secondsAndPods.length; at += 2) {
      samples.add(new Sample(secondsAndPods[at], (int) secondsAndPods[at + 1]));
    }
    return new PodSeries(samples);
  }
}
