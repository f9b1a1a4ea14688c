package com.example.orderflow.orchestration.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.orderflow.events.Wiring;
import com.example.orderflow.orchestration.intake.Acceptance;
import jakarta.ws.rs.core.Response;
import org.junit.jupiter.api.Test;

class AnswersTest {

  @Test
  void whatIsPostponedSaysWhenToComeAgain() {
    Response answer = Answers.toOrder(new Acceptance.Postponed("too many orders wait"));

    assertThat(answer.getStatus()).isEqualTo(503);
    assertThat(answer.getHeaderString("Retry-After")).isEqualTo("1");
    assertThat(((Problem) answer.getEntity()).detail()).contains("too many orders wait");
  }

  @Test
  void anEventIsNeverAnsweredWithWhatKnativeWouldTakeForAnEventOrTryAgain() {
    Response accepted = Answers.toEvent(new Acceptance.Accepted("1", Wiring.BROKER, "placed"));
    Response taken = Answers.toEvent(new Acceptance.OrderIdTaken("1"));

    assertThat(accepted.getEntity()).isNull();
    assertThat(taken.getStatus()).isEqualTo(422);
  }
}
