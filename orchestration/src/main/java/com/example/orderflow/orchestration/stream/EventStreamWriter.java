package com.example.orderflow.orchestration.stream;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Provider;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/**
 * Hands the connection to the {@link Streams}. The framework's own streams serialise for each
 * client, and write each event by itself.
 */
@jakarta.ws.rs.ext.Provider
public class EventStreamWriter implements ServerMessageBodyWriter<EventStream> {
  private final Provider<Streams> streams;

  /** Writers are made before there is a configuration. */
  EventStreamWriter(Provider<Streams> streams) {
    this.streams = streams;
  }

  @Override
  public void writeResponse(EventStream stream, Type type, ServerRequestContext context) {
    ResteasyReactiveRequestContext request = (ResteasyReactiveRequestContext) context;
    request.suspend();
    HttpServerResponse response = request.unwrap(RoutingContext.class).response();
    response
        .setChunked(true)
        .putHeader(HttpHeaders.CONTENT_TYPE, MediaType.SERVER_SENT_EVENTS)
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
        // nginx, a common ingress, would hold events back until it has a page of them
        .putHeader("X-Accel-Buffering", "no");
    streams.get().open(stream, response);
  }

  @Override
  public boolean isWriteable(
      Class<?> raw, Type type, ResteasyReactiveResourceInfo target, MediaType media) {
    return raw == EventStream.class;
  }

  @Override
  public boolean isWriteable(Class<?> raw, Type type, Annotation[] annotations, MediaType media) {
    return raw == EventStream.class;
  }

  @Override
  public void writeTo(
      EventStream stream,
      Class<?> raw,
      Type type,
      Annotation[] annotations,
      MediaType media,
      MultivaluedMap<String, Object> headers,
      OutputStream out) {
    throw new WebApplicationException("a stream has no end to wait for");
  }
}
