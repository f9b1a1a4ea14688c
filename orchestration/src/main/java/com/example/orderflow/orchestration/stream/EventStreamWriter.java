package com.example.orderflow.orchestration.stream;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
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
@Provider
public class EventStreamWriter implements ServerMessageBodyWriter<EventStream> {
  // Looked up when first needed: writers are made at build time in a native image, streams at its start.
  private final Instance<Streams> streams;

  EventStreamWriter(Instance<Streams> streams) {
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
