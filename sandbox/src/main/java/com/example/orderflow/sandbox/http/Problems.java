package com.example.orderflow.sandbox.http;

import com.example.orderflow.sandbox.ledger.LedgerUnavailable;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns whatever a request runs into to the problem that its caller reads. */
class Problems {
  private static final Logger LOG = Logger.getLogger(Problems.class);

  @ServerExceptionMapper
  Response malformed(MalformedRequest e) {
    return Problem.of(Reason.MALFORMED_REQUEST, e.getMessage()).response();
  }

  @ServerExceptionMapper
  Response tooLarge(RequestTooLarge e) {
    return Problem.of(Reason.REQUEST_TOO_LARGE, e.getMessage()).response();
  }

  @ServerExceptionMapper
  Response unavailable(LedgerUnavailable e) {
    LOG.warnf("ledger unavailable: %s", e.getMessage());
    return Problem.of(
            Reason.LEDGER_UNAVAILABLE,
            "The database does not answer. Repeat the request with the same idempotency key.")
        .response();
  }

  /** What the framework refuses before a resource sees it. */
  @ServerExceptionMapper
  Response refused(WebApplicationException e, ContainerRequestContext request) {
    String path = request.getUriInfo().getPath();
    return switch (e.getResponse().getStatus()) {
      case 404 ->
          Problem.of(Reason.UNKNOWN_PATH, "path: %s is not in /q/openapi".formatted(path))
              .response();
      case 405 ->
          Problem.of(
                  Reason.METHOD_NOT_ALLOWED,
                  "method: %s is not one of %s".formatted(request.getMethod(), path))
              .response();
      case 406 ->
          Problem.of(
                  Reason.NOT_ACCEPTABLE,
                  "accept: %s does not include application/json"
                      .formatted(request.getHeaderString(HttpHeaders.ACCEPT)))
              .response();
      case 413 -> tooLarge(new RequestTooLarge());
      case 415 ->
          Problem.of(
                  Reason.UNSUPPORTED_CONTENT_TYPE,
                  "content-type: %s is not application/json"
                      .formatted(request.getHeaderString(HttpHeaders.CONTENT_TYPE)))
              .response();
      case 400 -> malformed(new MalformedRequest("request: " + e.getMessage()));
      default -> bug(e);
    };
  }

  @ServerExceptionMapper
  Response bug(Throwable e) {
    LOG.error("request failed", e);
    return Problem.of(Reason.INTERNAL_ERROR, "The log of the sandbox says more.").response();
  }
}
