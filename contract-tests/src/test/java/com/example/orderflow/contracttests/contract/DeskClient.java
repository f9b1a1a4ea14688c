package com.example.orderflow.contracttests.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.example.orderflow.probe.Answer;
import com.example.orderflow.probe.Call;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Says what the subscribers shall answer, and reads what they got. */
final class DeskClient {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final Duration POLL = Duration.ofMillis(200);

  /** How long nothing more may come. */
  private static final Duration SILENCE = Duration.ofMillis(700);

  private final Supplier<URI> desk;

  DeskClient(Supplier<URI> desk) {
    this.desk = desk;
  }

  /** The next answers to requests of that key at that place; afterwards 200 again. */
  void answers(String key, String place, Answer... answers) {
    post("/answers/%s/%s".formatted(key, place), json(List.of(answers)));
  }

  void isClosed(String service) {
    Http.send("PUT", desk.get().resolve("/closed/" + service), Map.of(), "");
  }

  void isOpen(String service) {
    Http.send("DELETE", desk.get().resolve("/closed/" + service), Map.of(), "");
  }

  /** How often the probes of a Service have asked whether they are ready. */
  int timesAsked(String service) {
    return Http.get(desk.get().resolve("/readiness/" + service)).json().asInt();
  }

  /** What came so far, at all places. */
  List<Call> calls(String key) {
    try {
      return List.of(
          JSON.readValue(Http.get(desk.get().resolve("/calls/" + key)).body(), Call[].class));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  List<Call> calls(String key, String place) {
    return calls(key).stream().filter(call -> call.place().equals(place)).toList();
  }

  /** The places that a key came to, in order. */
  List<String> places(String key) {
    return calls(key).stream().map(Call::place).toList();
  }

  /** What came, as soon as it is that many. */
  List<Call> gets(String key, String place, int count) {
    return await("%d requests of %s at %s".formatted(count, key, place))
        .atMost(PATIENCE)
        .pollInterval(POLL)
        .until(() -> calls(key, place), calls -> calls.size() >= count);
  }

  Call getsOne(String key, String place) {
    return gets(key, place, 1).getFirst();
  }

  /** They come so, in any order, and then nothing more. */
  void getsOnly(String key, String... places) {
    await("requests of %s at %s".formatted(key, List.of(places)))
        .atMost(PATIENCE)
        .pollInterval(POLL)
        .during(SILENCE)
        .untilAsserted(() -> assertThat(places(key)).containsExactlyInAnyOrder(places));
  }

  private void post(String path, String body) {
    assertThat(Http.send("POST", desk.get().resolve(path), Map.of(), body).status()).isEqualTo(204);
  }

  private static String json(Object content) {
    try {
      return JSON.writeValueAsString(content);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
