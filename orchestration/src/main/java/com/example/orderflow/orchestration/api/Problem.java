package com.example.orderflow.orchestration.api;

import com.example.orderflow.events.Violation;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;

/**
 * An error answer, as of RFC 9457.
 *
 * @param title the reason in words, the same each time
 * @param detail what was wrong this time: value, rule, next step
 * @param violations every broken rule at once, when values are wrong
 */
@RegisterForReflection(targets = {Problem.class, Violation.class})
public record Problem(
    String title,
    int status,
    String detail,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Violation> violations) {

  public static final String MEDIA_TYPE = "application/problem+json";

  /** For how long a caller should leave a service alone that cannot take more. */
  private static final String RETRY_AFTER_SECONDS = "1";

  public static Problem of(ProblemType type, String detail) {
    return new Problem(type.title(), type.status(), detail, List.of());
  }

  public static Problem of(ProblemType type, String detail, List<Violation> violations) {
    return new Problem(type.title(), type.status(), detail, List.copyOf(violations));
  }

  public Response response() {
    Response.ResponseBuilder response = Response.status(status).type(MEDIA_TYPE).entity(this);
    return status == ProblemType.UNAVAILABLE.status()
        ? response.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS).build()
        : response.build();
  }
}
