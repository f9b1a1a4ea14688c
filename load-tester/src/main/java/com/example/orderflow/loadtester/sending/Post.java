package com.example.orderflow.loadtester.sending;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One request, tried until it is settled.
 *
 * <pre>
 * 2xx                             accepted
 * 408, 429, 5xx, no answer        pause, then again ─► given up after long
 * nobody was answered for long    all given up
 * every other status              refused
 * </pre>
 */
final class Post {
  private static final int LONGEST_REASON = 200;

  private final HttpClient client;
  private final Supplier<Optional<URI>> address;
  private final SendSettings settings;
  private final SendListener listener;

  private volatile long lastAnswerAt = System.nanoTime();

  /** Why nobody waits any longer: the rest of the requests need not find out one by one. */
  private volatile SendOutcome.GivenUp abandoned;

  Post(
      HttpClient client,
      Supplier<Optional<URI>> address,
      SendSettings settings,
      SendListener listener) {
    this.client = client;
    this.address = address;
    this.settings = settings;
    this.listener = listener;
  }

  SendOutcome untilSettled(Copy copy) throws InterruptedException {
    long begin = System.nanoTime();
    Duration pause = settings.firstPause();
    while (abandoned == null) {
      switch (attempt(copy)) {
        case Attempt.Settled(SendOutcome outcome) -> {
          lastAnswerAt = System.nanoTime();
          return outcome;
        }
        case Attempt.Failed(String reason) -> {
          if (isLongAgo(lastAnswerAt)) {
            abandoned = new SendOutcome.GivenUp(reason);
            return abandoned;
          }
          if (isLongAgo(begin)) {
            return new SendOutcome.GivenUp(reason);
          }
          listener.retrying(copy.order(), reason);
          Thread.sleep(pause);
          pause = shorter(pause.multipliedBy(2), settings.longestPause());
        }
      }
    }
    return abandoned;
  }

  private boolean isLongAgo(long nanoTime) {
    return System.nanoTime() - nanoTime > settings.giveUpAfter().toNanos();
  }

  private sealed interface Attempt {
    record Settled(SendOutcome outcome) implements Attempt {}

    record Failed(String reason) implements Attempt {}
  }

  private Attempt attempt(Copy copy) throws InterruptedException {
    Optional<URI> current = address.get();
    if (current.isEmpty()) {
      return new Attempt.Failed("the platform is not running");
    }
    try {
      return judged(client.send(request(current.get(), copy), BodyHandlers.ofString()));
    } catch (IOException e) {
      return new Attempt.Failed("%s: %s".formatted(current.get(), e));
    }
  }

  private HttpRequest request(URI current, Copy copy) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(current)
            // One request at a time on a connection: what HTTP/2 does besides costs the sender
            // more.
            .version(HttpClient.Version.HTTP_1_1)
            .timeout(settings.timeout())
            .POST(BodyPublishers.ofString(copy.order().data()));
    settings.entrance().headers(copy).forEach(request::header);
    return request.build();
  }

  private static Attempt judged(HttpResponse<String> answer) {
    int status = answer.statusCode();
    if (status / 100 == 2) {
      return new Attempt.Settled(new SendOutcome.Accepted());
    }
    String reason = "%d %s".formatted(status, cut(answer.body())).strip();
    return status >= 500 || status == 408 || status == 429
        ? new Attempt.Failed(reason)
        : new Attempt.Settled(new SendOutcome.Refused(status, reason));
  }

  private static String cut(String body) {
    return body.length() <= LONGEST_REASON ? body : body.substring(0, LONGEST_REASON) + "…";
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
