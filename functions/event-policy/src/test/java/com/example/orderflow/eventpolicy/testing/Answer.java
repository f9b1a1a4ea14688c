package com.example.orderflow.eventpolicy.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.orderflow.events.EventJson;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** What a function answered. */
public record Answer(HttpResponse<String> response) {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** Sends the request and waits for the answer. */
  public static Answer to(HttpRequest request) {
    try {
      return new Answer(CLIENT.send(request, BodyHandlers.ofString()));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  public int status() {
    return response.statusCode();
  }

  /** A header; null when it is missing. */
  public String header(String name) {
    return response.headers().firstValue(name).orElse(null);
  }

  public String contentType() {
    return header("content-type");
  }

  /** An attribute of the event that is the answer, in the mode in which it came. */
  public String attribute(String name) {
    return structured() ? body().path(name).asText(null) : header("ce-" + name);
  }

  /** The data of the event that is the answer. */
  public JsonNode data() {
    return structured() ? body().get("data") : body();
  }

  /** The reason in the answer that is a problem. */
  public String detail() {
    return body().path("detail").asText();
  }

  public JsonNode body() {
    try {
      return EventJson.mapper().readTree(response.body());
    } catch (JsonProcessingException noJson) {
      throw new AssertionError("not JSON: " + response.body(), noJson);
    }
  }

  /** A problem as the policy tells it: with a reason, and nothing of how the program is made. */
  public void assertProblem(int status, String reason) {
    assertThat(status()).as(response.body()).isEqualTo(status);
    assertThat(contentType()).isEqualTo("application/problem+json");
    assertThat(body().path("status").asInt()).isEqualTo(status);
    assertThat(body().path("type").asText()).startsWith("https://");
    assertThat(body().path("title").asText()).isNotBlank();
    assertThat(detail())
        .contains(reason)
        .doesNotContain("com.example.orderflow", "Source:", "Coercion", "Feature");
  }

  private boolean structured() {
    return "application/cloudevents+json".equals(contentType());
  }
}
