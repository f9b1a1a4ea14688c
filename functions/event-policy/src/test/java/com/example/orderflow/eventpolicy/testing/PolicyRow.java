package com.example.orderflow.eventpolicy.testing;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.function.Function;

/**
 * A row of the policy's table.
 *
 * @param sent in words
 * @param request for a function at that address
 * @param status of the answer
 * @param reason a part of the answer's detail
 */
public record PolicyRow(
    String sent, Function<URI, HttpRequest> request, int status, String reason) {

  public void assertAnsweredBy(URI function) {
    Answer.to(request.apply(function)).assertProblem(status, reason);
  }

  @Override
  public String toString() {
    return sent;
  }
}
