package com.example.orderflow.orchestration.api;

import com.example.orderflow.events.Violation;
import com.example.orderflow.orchestration.projection.OrderLookup;
import com.example.orderflow.orchestration.stream.EventStream;
import com.example.orderflow.orchestration.stream.Scope;
import com.example.orderflow.orchestration.stream.StreamTable;
import com.example.orderflow.orchestration.stream.Streams;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Live updates. */
@Path("/orders")
@Tag(name = "Streams", description = "Live updates as server-sent events")
@Produces(MediaType.SERVER_SENT_EVENTS)
public class StreamResource {
  private static final String LAST_EVENT_ID = "Last-Event-ID";
  private static final Pattern POSITION = Pattern.compile("[0-9]{1,18}");
  private static final String POSITION_DESCRIPTION =
      "Position of the last event that was received; the stream goes on after it";

  private final Streams streams;
  private final StreamTable timeline;
  private final OrderLookup orders;

  StreamResource(Streams streams, StreamTable timeline, OrderLookup orders) {
    this.streams = streams;
    this.timeline = timeline;
    this.orders = orders;
  }

  @GET
  @Path("/stream")
  @Operation(
      operationId = "streamOrders",
      summary = "Every change of every order, from now on or after Last-Event-ID")
  @APIResponse(
      responseCode = "200",
      description = "Does not end; a comment every 15 s keeps the connection",
      content =
          @Content(
              mediaType = MediaType.SERVER_SENT_EVENTS,
              schema = @Schema(ref = ApiDocument.STREAM_EVENT),
              examples = @ExampleObject(name = "events", value = ApiDocument.STREAM_EXAMPLE)))
  @APIResponse(responseCode = "400", ref = ApiDocument.MALFORMED)
  @APIResponse(responseCode = "406", ref = ApiDocument.NOT_ACCEPTABLE)
  @APIResponse(responseCode = "503", ref = ApiDocument.UNAVAILABLE)
  public EventStream all(
      @Parameter(
              description = POSITION_DESCRIPTION,
              schema = @Schema(type = SchemaType.INTEGER, format = "int64", minimum = "0"))
          @HeaderParam(LAST_EVENT_ID)
          String lastEventId)
      throws SQLException {
    refuseWhenFull();
    long last = timeline.last();
    return new EventStream(
        new Scope.AllOrders(), lastEventId == null ? last : position(lastEventId, last));
  }

  @GET
  @Path("/{orderId}/stream")
  @Operation(
      operationId = "streamOrder",
      summary = "Every change of one order, from its beginning or after Last-Event-ID")
  @APIResponse(
      responseCode = "200",
      description = "Does not end; a comment every 15 s keeps the connection",
      content =
          @Content(
              mediaType = MediaType.SERVER_SENT_EVENTS,
              schema = @Schema(ref = ApiDocument.STREAM_EVENT),
              examples = @ExampleObject(name = "events", value = ApiDocument.STREAM_EXAMPLE)))
  @APIResponse(responseCode = "400", ref = ApiDocument.MALFORMED)
  @APIResponse(responseCode = "404", ref = ApiDocument.UNKNOWN_ORDER)
  @APIResponse(responseCode = "406", ref = ApiDocument.NOT_ACCEPTABLE)
  @APIResponse(responseCode = "503", ref = ApiDocument.UNAVAILABLE)
  public EventStream one(
      String orderId,
      @Parameter(
              description = POSITION_DESCRIPTION,
              schema = @Schema(type = SchemaType.INTEGER, format = "int64", minimum = "0"))
          @HeaderParam(LAST_EVENT_ID)
          String lastEventId)
      throws SQLException {
    refuseWhenFull();
    if (!orders.knows(orderId)) {
      throw UnknownOrder.refused(orderId);
    }
    long cursor = lastEventId == null ? 0 : position(lastEventId, timeline.last());
    return new EventStream(new Scope.OneOrder(orderId), cursor);
  }

  private void refuseWhenFull() {
    if (streams.areFull()) {
      throw new Refused(
          Problem.of(
              ProblemType.UNAVAILABLE,
              "%d clients are connected to streams, and no more are served. Try again later."
                  .formatted(streams.clients())));
    }
  }

  /**
   * A position that nobody was given would make its client wait for something it has not missed.
   */
  private static long position(String value, long last) {
    if (POSITION.matcher(value).matches() && Long.parseLong(value) <= last) {
      return Long.parseLong(value);
    }
    throw IntakeRules.malformed(
        List.of(
            new Violation(LAST_EVENT_ID, value, "the id of an event that was sent, 0 to " + last)));
  }
}
