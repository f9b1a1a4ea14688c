package com.example.orderflow.orchestration.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.orderflow.events.Wiring;
import com.example.orderflow.orchestration.intake.Acceptance.Accepted;
import com.example.orderflow.orchestration.intake.Acceptance.KeyReused;
import com.example.orderflow.orchestration.intake.Acceptance.OrderIdTaken;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StoredOrderTest {
  private static final byte[] BODY = {1};
  private static final byte[] OTHER_BODY = {2};
  private static final Optional<Wiring> ANY = Optional.empty();

  private final StoredOrder stored =
      new StoredOrder("stored", "key", BODY, Wiring.SEQUENCE, "paid");

  @Test
  void theSameKeyAndBodyAreTheStoredOrderAsItStandsNow() {
    assertThat(stored.answerTo(unnamed("key", BODY, ANY)))
        .isEqualTo(new Accepted("stored", Wiring.SEQUENCE, "paid"));
  }

  @Test
  void theSameIdAndBodyAreTheStoredOrderWhateverTheKey() {
    assertThat(stored.answerTo(named("stored", null, BODY, ANY))).isInstanceOf(Accepted.class);
    assertThat(stored.answerTo(named("stored", "other", BODY, ANY))).isInstanceOf(Accepted.class);
  }

  @Test
  void theSameKeyWithAnotherBodyIsRefused() {
    assertThat(stored.answerTo(unnamed("key", OTHER_BODY, ANY))).isEqualTo(new KeyReused("key"));
  }

  @Test
  void theSameKeyWithAnotherIdIsRefused() {
    assertThat(stored.answerTo(named("other", "key", BODY, ANY))).isEqualTo(new KeyReused("key"));
  }

  @Test
  void theSameIdWithAnotherBodyIsRefused() {
    assertThat(stored.answerTo(named("stored", null, OTHER_BODY, ANY)))
        .isEqualTo(new OrderIdTaken("stored"));
  }

  @Test
  void anotherWiringIsAnotherOrderOnlyWhenItIsAskedFor() {
    assertThat(stored.answerTo(unnamed("key", BODY, Optional.of(Wiring.SEQUENCE))))
        .isInstanceOf(Accepted.class);
    assertThat(stored.answerTo(unnamed("key", BODY, Optional.of(Wiring.ARGO))))
        .isInstanceOf(KeyReused.class);
  }

  @Test
  void anOrderKnownFromItsEventsOnlyIsNotRepeatedByAnything() {
    StoredOrder fromEvents = new StoredOrder("stored", null, null, Wiring.BROKER, "placed");

    assertThat(fromEvents.answerTo(named("stored", null, BODY, ANY)))
        .isEqualTo(new OrderIdTaken("stored"));
  }

  private static NewOrder named(String id, String key, byte[] body, Optional<Wiring> asked) {
    return new NewOrder(id, true, asked, Wiring.BROKER, null, key, body, "{}", null);
  }

  private static NewOrder unnamed(String key, byte[] body, Optional<Wiring> asked) {
    return new NewOrder("made", false, asked, Wiring.BROKER, null, key, body, "{}", null);
  }
}
