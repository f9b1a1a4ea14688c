package com.example.orderflow.contracttests.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.orderflow.probe.Answer;
import org.junit.jupiter.api.Test;

/** Steps in a line, each asked with what the one before answered. */
@Needs({Engine.BROKER, Engine.SEQUENCE})
abstract class SequenceContract extends Contract {
  private static final String LINE = "contract.line";

  @Test
  void eachStepGetsTheAnswerOfTheOneBeforeAndTheLastAnswerIsTheReply() {
    desk.answers(key, "first", Answer.OK.with(event("contract.half")).with("{\"price\":1.50}"));
    desk.answers(key, "second", Answer.OK.with(event("contract.replied")).with("{\"price\":2.50}"));

    post(event(LINE), "{\"price\":0.50}");

    desk.getsOnly(key, "first", "second", "replied");
    assertThat(text(desk.getsOne(key, "first"))).isEqualTo("{\"price\":0.50}");
    assertThat(text(desk.getsOne(key, "second"))).isEqualTo("{\"price\":1.50}");
    assertThat(text(desk.getsOne(key, "replied"))).isEqualTo("{\"price\":2.50}");
  }

  @Test
  void aStepThatAnswersWithoutAnEventEndsTheLine() {
    post(event(LINE), "{}");

    desk.getsOnly(key, "first");
  }

  @Test
  void aStepIsTriedAgainByItsOwnDelivery() {
    desk.answers(key, "first", Answer.status(503));

    post(event(LINE), "{}");

    desk.getsOnly(key, "first", "first");
  }

  @Test
  void aStepThatRefusesMakesADeadLetterOfItsOwn() {
    desk.answers(key, "first", Answer.status(400));

    post(event(LINE), "{}");

    desk.getsOnly(key, "first", "dead-letters");
    assertThat(desk.getsOne(key, "dead-letters").headers())
        .containsEntry("ce-knativeerrorcode", "400");
  }
}
