package com.example.orderflow.sandbox.ledger;

import java.util.Optional;

/** What a request comes to if it is the first with its key: an answer, and perhaps an effect. */
public record Decision(Answer answer, Optional<Effect> effect) {

  public static Decision effective(Answer answer, Effect effect) {
    return new Decision(answer, Optional.of(effect));
  }

  public static Decision withoutEffect(Answer answer) {
    return new Decision(answer, Optional.empty());
  }
}
