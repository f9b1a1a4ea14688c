package com.example.orderflow.baseline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.Semaphore;

/**
 * Somebody else's HTTP API, who repeats his first answer to a key that he knows.
 *
 * <pre>
 * request ─► 5xx, 429 or silence? ─yes─► wait, twice as long each time ─► the same request
 *                └─no─► the answer
 * </pre>
 */
final class Partner {
  private static final Duration TIMEOUT = Duration.ofSeconds(5);
  private static final Duration FIRST_WAIT = Duration.ofMillis(200);

  /** The customer waits meanwhile: with these he does so for 6 s. */
  private static final int RETRIES = 5;

  /** As many requests at once as an instance of a function makes. */
  private static final int AT_ONCE = 40;

  private final String name;
  private final URI address;
  private final HttpClient http;
  private final ObjectMapper json;
  private final Semaphore places = new Semaphore(AT_ONCE);

  Partner(String name, URI address, HttpClient http, ObjectMapper json) {
    this.name = name;
    this.address = address;
    this.http = http;
    this.json = json;
  }

  /** What he decided. */
  record Answer(int status, JsonNode body) {
    boolean isSuccess() {
      return status / 100 == 2;
    }

    String text(String field) {
      return body.path(field).asText();
    }
  }

  /** He does not answer, or not what can be used; asking again now would not help. */
  static final class Unusable extends Exception {
    private static final long serialVersionUID = 1L;

    Unusable(String reason) {
      super(reason);
    }
  }

  Answer post(String path, String key, Object body) throws InterruptedException, Unusable {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(address.resolve(path))
              .timeout(TIMEOUT)
              .header("content-type", "application/json")
              .header("idempotency-key", key)
              .POST(BodyPublishers.ofByteArray(json.writeValueAsBytes(body)))
              .build();
      HttpResponse<byte[]> response = decided(request);
      return new Answer(response.statusCode(), json.readTree(response.body()));
    } catch (IOException silence) {
      throw new Unusable("%s: no answer, %s".formatted(name, silence.getClass().getSimpleName()));
    }
  }

  /** For an answer that nothing can be made of. */
  Unusable unusable(Answer answer) {
    return new Unusable(
        "%s: answered %d, %s".formatted(name, answer.status(), answer.text("detail")));
  }

  private HttpResponse<byte[]> decided(HttpRequest request)
      throws IOException, InterruptedException {
    for (int retry = 0; ; retry++) {
      try {
        HttpResponse<byte[]> response = send(request);
        if (!mayPass(response.statusCode()) || retry == RETRIES) {
          return response;
        }
      } catch (IOException silence) {
        if (retry == RETRIES) {
          throw silence;
        }
      }
      Thread.sleep(FIRST_WAIT.multipliedBy(1L << retry));
    }
  }

  /** Who waits for his next try takes nobody's place. */
  private HttpResponse<byte[]> send(HttpRequest request) throws IOException, InterruptedException {
    places.acquire();
    try {
      return http.send(request, BodyHandlers.ofByteArray());
    } finally {
      places.release();
    }
  }

  private static boolean mayPass(int status) {
    return status >= 500 || status == 429;
  }
}
