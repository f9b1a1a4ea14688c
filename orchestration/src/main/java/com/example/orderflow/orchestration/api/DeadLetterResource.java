package com.example.orderflow.orchestration.api;

import com.example.orderflow.orchestration.order.OrderState;
import com.example.orderflow.orchestration.projection.DeadLetterDesk;
import com.example.orderflow.orchestration.projection.DeskPage;
import com.example.orderflow.orchestration.projection.OrderLookup;
import com.example.orderflow.orchestration.projection.OrderView;
import com.example.orderflow.orchestration.sweeper.Replay;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The dead-letter desk: orders with an event that could not be delivered, and another try. */
@Path("/dead-letters")
@Tag(name = "Operation")
public class DeadLetterResource {
  private final DeadLetterDesk desk;
  private final OrderLookup lookup;
  private final Replay replay;

  DeadLetterResource(DeadLetterDesk desk, OrderLookup lookup, Replay replay) {
    this.desk = desk;
    this.lookup = lookup;
    this.replay = replay;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "listDeadLetters",
      summary = "Orders with an event that could not be delivered, and no end; newest first")
  @APIResponse(
      responseCode = "200",
      description = "A page",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = DeskPage.class),
              examples = @ExampleObject(name = "page", value = ApiDocument.DESK_EXAMPLE)))
  @APIResponse(responseCode = "400", ref = ApiDocument.MALFORMED)
  @APIResponse(responseCode = "406", ref = ApiDocument.NOT_ACCEPTABLE)
  @APIResponse(responseCode = "503", ref = ApiDocument.UNAVAILABLE)
  public DeskPage list(
      @Parameter(description = "next of the page before") @QueryParam("after") String after,
      @Parameter(
              description = "Most orders of the page",
              schema =
                  @Schema(
                      type = SchemaType.INTEGER,
                      minimum = "1",
                      maximum = "500",
                      defaultValue = "50"))
          @QueryParam("limit")
          String limit)
      throws SQLException {
    PageRequest page = PageRequest.of(null, null, after, limit);
    return desk.page(page.after(), page.limit());
  }

  @POST
  @Path("/{orderId}/replay")
  @Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
  @Operation(
      operationId = "replay",
      summary = "Sends an order again that is on the dead-letter desk",
      description =
          "From its order.created on, with the same ids: what was done is not done twice. When its"
              + " event cannot be delivered again, the order comes back to the desk.")
  @APIResponse(
      responseCode = "202",
      description = "It is on its way again, and no longer on the desk",
      headers =
          @Header(
              name = "Location",
              description = "The order",
              schema = @Schema(type = SchemaType.STRING)),
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = PlacedOrder.class),
              examples = @ExampleObject(name = "placed", value = ApiDocument.PLACED_EXAMPLE)))
  @APIResponse(responseCode = "404", ref = ApiDocument.UNKNOWN_ORDER)
  @APIResponse(responseCode = "406", ref = ApiDocument.NOT_ACCEPTABLE)
  @APIResponse(
      responseCode = "409",
      description = "The order is not on the desk, or it went past this API",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  @APIResponse(responseCode = "503", ref = ApiDocument.UNAVAILABLE)
  public Response replay(String orderId) throws SQLException {
    OrderView order =
        lookup.find(orderId).orElseThrow(() -> UnknownOrder.refused(orderId)).summary();
    if (!replay.replay(orderId)) {
      throw new Refused(Problem.of(ProblemType.NOT_REPLAYABLE, whyNot(order)));
    }
    return Response.accepted(PlacedOrder.of(orderId, order.wiring(), order.state()))
        .header(HttpHeaders.LOCATION, PlacedOrder.path(orderId))
        .build();
  }

  private static String whyNot(OrderView order) {
    boolean ended = OrderState.of(order.state()).orElseThrow() instanceof OrderState.Ended;
    return order.deadLettered() && !ended
        ? "%s went past this API. Post its event to the Broker again.".formatted(order.orderId())
        : "%s is %s, and not on the dead-letter desk. GET /dead-letters lists what is."
            .formatted(order.orderId(), order.state());
  }
}
