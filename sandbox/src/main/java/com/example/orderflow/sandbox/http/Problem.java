package com.example.orderflow.sandbox.http;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/**
 * An error answer, as of RFC 9457.
 *
 * @param type names the reason as a URI
 * @param title the reason in words, the same each time
 * @param detail what was wrong this time: value, rule, next step
 * @param reason the reason as a code
 */
@RegisterForReflection
public record Problem(String type, String title, int status, String detail, String reason) {
  public static final String CONTENT_TYPE = "application/problem+json";

  /** For how many seconds a caller should leave a failing sandbox alone. */
  private static final String RETRY_AFTER_SECONDS = "1";

  private static final String TYPE = "urn:orderflow:sandbox:";

  public static Problem of(Reason reason, String detail) {
    return new Problem(
        TYPE + reason.code().replace('_', '-'),
        reason.title(),
        reason.status(),
        detail,
        reason.code());
  }

  public Response response() {
    Response.ResponseBuilder response = Response.status(status).type(CONTENT_TYPE).entity(this);
    return status == 503
        ? response.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS).build()
        : response.build();
  }
}
