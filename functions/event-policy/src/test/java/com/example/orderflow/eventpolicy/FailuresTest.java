package com.example.orderflow.eventpolicy;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.funqy.runtime.ApplicationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailuresTest {

  private static final int THROWN = -1;

  @ParameterizedTest
  @CsvSource({
    "413, TOO_LARGE",
    "404, UNKNOWN_PATH",
    "400, MALFORMED",
    "417, MALFORMED",
    "-1, MALFORMED"
  })
  void whatBreaksBeforeThereIsAnEventIsTheSendersFault(int status, ProblemType type) {
    assertThat(Failures.unread(status).type()).isEqualTo(type);
  }

  @Test
  void aTypeWithoutFunctionIsNotTriedAgain() {
    assertThat(Failures.of(404, null, "a.type").type()).isEqualTo(ProblemType.UNKNOWN_TYPE);
  }

  @Test
  void whatAFunctionThrowsIsUnwrapped() {
    Throwable outage = new ApplicationException(new DependencyUnavailable("gateway", "down"));
    Throwable refusal = new ApplicationException(new EventRefused("never"));

    assertThat(Failures.of(THROWN, outage, "a.type").type()).isEqualTo(ProblemType.UNAVAILABLE);
    assertThat(Failures.of(THROWN, refusal, "a.type").type()).isEqualTo(ProblemType.REFUSED);
  }

  @Test
  void anythingElseIsABugEvenWhenItLooksLikeARefusal() {
    Throwable bug = new ApplicationException(new IllegalArgumentException("secret"));

    Problem problem = Failures.of(THROWN, bug, "a.type");

    assertThat(problem.type()).isEqualTo(ProblemType.BUG);
    assertThat(problem.json()).doesNotContain("secret");
  }

  @Test
  void aDetailIsCutToWhatADeadLetterKeeps() {
    String json = new Problem(ProblemType.REFUSED, "x".repeat(5_000)).json();

    assertThat(json.length()).isLessThan(1_024);
  }
}
