package com.example.orderflow.eventpolicy;

import java.util.Locale;

/**
 * Why an event was not answered with an event. The status is chosen for what Knative does with it:
 * 4xx of this table goes to the dead letters at once, with the reason; 5xx is tried again.
 */
public enum ProblemType {
  MALFORMED(400, "not a well-formed event"),
  REFUSED(400, "this event can never be handled"),
  UNKNOWN_PATH(404, "no function here"),
  NOT_POSTED(405, "events are posted"),
  TOO_LARGE(413, "event too large"),
  WRONG_CONTENT_TYPE(415, "wrong content type"),
  UNKNOWN_TYPE(422, "not an event for this function"),
  BUG(500, "the function failed"),
  UNAVAILABLE(503, "a dependency did not answer");

  private final int status;
  private final String title;

  ProblemType(int status, String title) {
    this.status = status;
    this.title = title;
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** The kind of problem in words; the same for all problems of this type. */
  public String title() {
    return title;
  }

  /** A name for programs, as RFC 9457 wants it. */
  public String uri() {
    return "https://schemas.example.com/orderflow/problems/"
        + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
