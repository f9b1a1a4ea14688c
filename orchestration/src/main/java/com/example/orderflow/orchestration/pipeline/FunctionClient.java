package com.example.orderflow.orchestration.pipeline;

import io.cloudevents.CloudEvent;
import io.cloudevents.http.HttpMessageFactory;
import io.cloudevents.rw.CloudEventRWException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Calls functions as a Broker does: an event in binary mode, answered with an event or not. */
final class FunctionClient {

  private final HttpClient http;
  private final Duration timeout;

  /**
   * @param timeout of one call, from its start to the end of its answer
   */
  FunctionClient(Duration timeout) {
    this.timeout = timeout;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(timeout)
            .build();
  }

  Attempt call(URI function, CloudEvent event) throws InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(function).timeout(timeout);
    HttpMessageFactory.createWriter(
            request::header, body -> request.POST(BodyPublishers.ofByteArray(body)))
        .writeBinary(event);
    try {
      return attempt(http.send(request.build(), BodyHandlers.ofByteArray()));
    } catch (IOException unanswered) {
      return new Attempt.Silent();
    }
  }

  private static Attempt attempt(HttpResponse<byte[]> response) {
    return response.statusCode() / 100 == 2
        ? reply(response)
        : new Attempt.Refused(response.statusCode(), response.body());
  }

  private static Attempt reply(HttpResponse<byte[]> response) {
    try {
      return new Attempt.Replied(
          HttpMessageFactory.createReaderFromMultimap(response.headers().map(), response.body())
              .toEvent());
    } catch (CloudEventRWException | IllegalArgumentException noEvent) {
      return new Attempt.Refused(response.statusCode(), response.body());
    }
  }
}
