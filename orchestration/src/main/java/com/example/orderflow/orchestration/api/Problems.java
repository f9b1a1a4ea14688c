package com.example.orderflow.orchestration.api;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns whatever a request runs into to the problem that its caller reads. */
class Problems {

  private static final Logger LOG = Logger.getLogger("orderflow.api");

  @ServerExceptionMapper
  Response refused(Refused e) {
    return e.problem().response();
  }

  @ServerExceptionMapper
  Response unavailable(SQLException e) {
    // The messages quote values, so they stay out.
    LOG.warnf("database.unavailable state=%s", e.getSQLState());
    return Problem.of(
            ProblemType.UNAVAILABLE, "The database does not answer. Send the request again.")
        .response();
  }

  /** What the framework refuses before a resource sees it. */
  @ServerExceptionMapper
  Response refusedByFramework(WebApplicationException e, ContainerRequestContext request) {
    return switch (e.getResponse().getStatus()) {
      case 400 -> problem(ProblemType.MALFORMED, "request: %s", e.getMessage());
      case 404 ->
          problem(
              ProblemType.UNKNOWN_PATH,
              "path: %s is not in /q/openapi",
              request.getUriInfo().getPath());
      case 405 ->
          problem(
              ProblemType.METHOD_NOT_ALLOWED,
              "method: %s is not one of %s",
              request.getMethod(),
              request.getUriInfo().getPath());
      case 406 ->
          problem(
              ProblemType.NOT_ACCEPTABLE,
              "accept: %s includes nothing that is served here; see /q/openapi",
              request.getHeaderString(HttpHeaders.ACCEPT));
      case 413 -> problem(ProblemType.TOO_LARGE, BodyLimit.RULE);
      case 415 ->
          problem(
              ProblemType.UNSUPPORTED_CONTENT_TYPE,
              "content-type: %s is not one of this path's; see /q/openapi",
              request.getHeaderString(HttpHeaders.CONTENT_TYPE));
      default -> bug(e);
    };
  }

  @ServerExceptionMapper
  Response bug(Throwable e) {
    LOG.error("request.failed", e);
    return problem(ProblemType.BUG, "The log of the service says more.");
  }

  private static Response problem(ProblemType type, String detail, Object... values) {
    return Problem.of(type, detail.formatted(values)).response();
  }
}
