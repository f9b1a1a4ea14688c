package com.example.orderflow.contracttests.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.orderflow.probe.Answer;
import com.example.orderflow.probe.Call;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a Trigger does with each answer of its subscriber. */
@Needs(Engine.BROKER)
abstract class DeliveryContract extends Contract {
  private static final String ASKED = "asked";
  private static final String HURRIED = "hurried";
  private static final String DEAD = "dead-letters";
  private static final String REPLIED = "replied";
  private static final long SLACK = 15_000;
  private static final String CODE = "ce-knativeerrorcode";
  private static final String DATA = "ce-knativeerrordata";
  private static final String DESTINATION = "ce-knativeerrordest";

  @ParameterizedTest
  @ValueSource(ints = {404, 408, 409, 429, 500, 502, 503, 504})
  void anAnswerThatMayPassIsTriedAgain(int status) {
    desk.answers(key, ASKED, Answer.status(status));

    post(event("contract.asked"), "{}");

    desk.getsOnly(key, ASKED, ASKED);
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 400, 401, 403, 405, 410, 413, 415, 418, 422, 425})
  void anyOtherAnswerIsADeadLetterAtOnceWithItsCode(int status) {
    desk.answers(key, ASKED, Answer.status(status));

    post(event("contract.asked"), "{}");

    desk.getsOnly(key, ASKED, DEAD);
    assertThat(desk.getsOne(key, DEAD).headers())
        .containsEntry(CODE, Integer.toString(status))
        .containsEntry(DESTINATION, clusterUri(ASKED))
        .doesNotContainKey(DATA);
  }

  @Test
  void retryNMeansNPlusOneAttemptsWithPausesThatDoubleFromTwiceTheDelay() {
    fails(ASKED, Answer.status(503).with(Map.of("retry-after", "30")));

    post(event("contract.asked"), "{}");

    desk.getsOnly(key, ASKED, ASKED, ASKED, DEAD);
    assertPauses(desk.calls(key, ASKED), 400, 800);
  }

  @Test
  void linearPausesGrowByTheDelay() {
    fails("linear", Answer.status(503));

    post(event("contract.linear"), "{}");

    desk.getsOnly(key, "linear", "linear", "linear", DEAD);
    assertPauses(desk.calls(key, "linear"), 300, 600);
  }

  @Test
  void aTriggerThatStatesASinkOnlyTriesOnce() {
    desk.answers(key, "once", Answer.status(503));

    post(event("contract.once"), "{}");

    desk.getsOnly(key, "once", DEAD);
  }

  @Test
  void noAnswerWithinTheTimeoutIsTriedAgainAndHasNoCode() {
    fails(HURRIED, Answer.OK.after(6_000));

    post(event("contract.hurried"), "{}");

    desk.getsOnly(key, HURRIED, HURRIED, DEAD);
    assertThat(desk.getsOne(key, DEAD).headers())
        .containsEntry(DESTINATION, clusterUri(HURRIED))
        .doesNotContainKeys(CODE, DATA);
  }

  @Test
  void aDeadLetterIsTheEventAndHasTheBodyOfTheAnswerInBase64() {
    desk.answers(key, ASKED, Answer.status(422).with("the price is negative"));

    post(event("contract.asked"), "{\"price\":-1.50}");

    Call letter = desk.getsOne(key, DEAD);
    assertThat(text(letter)).isEqualTo("{\"price\":-1.50}");
    assertThat(letter.headers()).containsEntry("ce-id", "id-" + key).containsEntry(CODE, "422");
    assertThat(decoded(letter.headers().get(DATA))).isEqualTo("the price is negative");
  }

  @Test
  void anAnswerThatIsNoEventIsADeadLetterAtOnceWithItsDestinationOnly() {
    desk.answers(key, ASKED, Answer.OK.with("done"));

    post(event("contract.asked"), "{}");

    desk.getsOnly(key, ASKED, DEAD);
    assertThat(desk.getsOne(key, DEAD).headers())
        .containsEntry(DESTINATION, clusterUri(ASKED))
        .doesNotContainKeys(CODE, DATA);
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 202, 204})
  void anEmptyAnswerIsTheEnd(int status) {
    desk.answers(key, ASKED, Answer.status(status));

    post(event("contract.asked"), "{}");

    desk.getsOnly(key, ASKED);
  }

  @Test
  void aReplyInBinaryModeEntersTheBroker() {
    desk.answers(key, ASKED, Answer.OK.with(event("contract.replied")).with("{\"price\":1.50}"));

    post(event("contract.asked"), "{}");

    desk.getsOnly(key, ASKED, REPLIED);
    assertThat(text(desk.getsOne(key, REPLIED))).isEqualTo("{\"price\":1.50}");
  }

  @Test
  void aReplyInStructuredModeEntersTheBroker() {
    desk.answers(
        key,
        ASKED,
        Answer.OK
            .with(Map.of("content-type", "application/cloudevents+json"))
            .with(
                """
                {"specversion":"1.0","id":"1","source":"/contract","type":"contract.replied","subject":"%s",\
                "datacontenttype":"application/json","data":{"price":1.50}}\
                """
                    .formatted(key)));

    post(event("contract.asked"), "{}");

    desk.getsOnly(key, ASKED, REPLIED);
    assertThat(text(desk.getsOne(key, REPLIED)))
        .isEqualTo(differs("{\"price\":1.50}", "{\"price\":1.5}"));
  }

  @Test
  void anAnswerOfTheDeadLetterSinkEntersTheBroker() {
    desk.answers(key, ASKED, Answer.status(400));
    desk.answers(key, DEAD, Answer.OK.with(event("contract.replied")).with("{}"));

    post(event("contract.asked"), "{}");

    desk.getsOnly(key, ASKED, DEAD, REPLIED);
  }

  private void fails(String place, Answer answer) {
    desk.answers(key, place, answer, answer, answer);
  }

  /** A pause is at least so long, however busy the machine; a Retry-After would be 30 s. */
  private static void assertPauses(List<Call> calls, long first, long second) {
    assertThat(calls.get(1).at() - calls.get(0).at()).isBetween(first, first + SLACK);
    assertThat(calls.get(2).at() - calls.get(1).at()).isBetween(second, second + SLACK);
  }

  private static String decoded(String base64) {
    return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
  }
}
