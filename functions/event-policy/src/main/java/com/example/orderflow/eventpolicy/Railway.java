package com.example.orderflow.eventpolicy;

import com.example.orderflow.events.Channels;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;

/**
 * The second way in, for a line of steps: an event that no function here handles goes on as it
 * came. So a rejection passes every step behind the one that said it.
 *
 * <pre>
 * POST /railway ─► POST / ─► Gate ─► Funqy ─┬─ has a function for it ─► what that answers
 *                                           └─ has none ──────────────► the same event
 * </pre>
 */
final class Railway {

  private static final String ON_RAILWAY = Railway.class.getName();
  private static final String ATTRIBUTE = "ce-";

  private Railway() {}

  static boolean leadsTo(RoutingContext routing) {
    return Channels.RAILWAY_PATH.equals(routing.request().path());
  }

  /** Funqy knows no path but the root. */
  static void enter(RoutingContext routing) {
    // The gate puts it into the form that Funqy reads, and the event goes on as it came.
    String contentType = routing.request().getHeader(HttpHeaders.CONTENT_TYPE);
    routing.put(ON_RAILWAY, contentType == null ? "" : contentType);
    routing.reroute(Gate.EVENTS_PATH);
  }

  static boolean carries(RoutingContext routing) {
    return routing.get(ON_RAILWAY) != null;
  }

  /** Answers with the event itself, byte for byte. */
  static void passOn(RoutingContext routing) {
    HttpServerResponse response = routing.response().setStatusCode(200);
    String contentType = routing.get(ON_RAILWAY);
    if (!contentType.isEmpty()) {
      response.putHeader(HttpHeaders.CONTENT_TYPE, contentType);
    }
    if (MediaType.of(contentType) != MediaType.STRUCTURED_EVENT) {
      routing.request().headers().entries().stream()
          .filter(header -> header.getKey().toLowerCase(Locale.ROOT).startsWith(ATTRIBUTE))
          .forEach(header -> response.putHeader(header.getKey(), header.getValue()));
    }
    response.end(routing.body().buffer());
  }
}
