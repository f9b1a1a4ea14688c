package com.example.orderflow.orchestration.api;

import com.example.orderflow.events.Wiring;
import com.example.orderflow.orchestration.projection.OrderDetail;
import com.example.orderflow.orchestration.projection.OrderLists;
import com.example.orderflow.orchestration.projection.OrderLookup;
import com.example.orderflow.orchestration.projection.OrderPage;
import com.example.orderflow.orchestration.projection.Timeline;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Orders are looked at. */
@Path("/orders")
@Tag(name = "Orders")
@Produces(MediaType.APPLICATION_JSON)
public class OrderQueriesResource {
  private final OrderLists lists;
  private final OrderLookup lookup;

  OrderQueriesResource(OrderLists lists, OrderLookup lookup) {
    this.lists = lists;
    this.lookup = lookup;
  }

  @GET
  @Operation(
      operationId = "listOrders",
      summary = "Orders, newest first; follow next until it is null")
  @APIResponse(
      responseCode = "200",
      description = "A page",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = OrderPage.class),
              examples = @ExampleObject(name = "page", value = ApiDocument.PAGE_EXAMPLE)))
  @APIResponse(responseCode = "400", ref = ApiDocument.MALFORMED)
  @APIResponse(responseCode = "406", ref = ApiDocument.NOT_ACCEPTABLE)
  @APIResponse(responseCode = "503", ref = ApiDocument.UNAVAILABLE)
  public OrderPage list(
      @Parameter(
              description = "Only orders in this state",
              schema =
                  @Schema(
                      type = SchemaType.STRING,
                      enumeration = {
                        "placed",
                        "validated",
                        "paid",
                        "shipped",
                        "rejected",
                        "paymentFailed",
                        "cancelled"
                      }))
          @QueryParam("state")
          String state,
      @Parameter(
              description = "Only orders of this wiring",
              schema = @Schema(implementation = Wiring.class))
          @QueryParam("wiring")
          String wiring,
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
    PageRequest page = PageRequest.of(state, wiring, after, limit);
    return lists.page(page.wirings(), page.states(), page.after(), page.limit());
  }

  @GET
  @Path("/{orderId}")
  @Operation(operationId = "getOrder", summary = "One order")
  @APIResponse(
      responseCode = "200",
      description = "The order, with what its customer sent",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = OrderDetail.class),
              examples = @ExampleObject(name = "shipped", value = ApiDocument.DETAIL_EXAMPLE)))
  @APIResponse(responseCode = "404", ref = ApiDocument.UNKNOWN_ORDER)
  @APIResponse(responseCode = "406", ref = ApiDocument.NOT_ACCEPTABLE)
  @APIResponse(responseCode = "503", ref = ApiDocument.UNAVAILABLE)
  public OrderDetail get(String orderId) throws SQLException {
    return lookup.find(orderId).orElseThrow(() -> UnknownOrder.refused(orderId));
  }

  @GET
  @Path("/{orderId}/events")
  @Operation(
      operationId = "getTimeline",
      summary = "What happened to one order, causes before their effects")
  @APIResponse(
      responseCode = "200",
      description = "Events of the pipeline and marks of the service",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = Timeline.class),
              examples = @ExampleObject(name = "shipped", value = ApiDocument.TIMELINE_EXAMPLE)))
  @APIResponse(responseCode = "404", ref = ApiDocument.UNKNOWN_ORDER)
  @APIResponse(responseCode = "406", ref = ApiDocument.NOT_ACCEPTABLE)
  @APIResponse(responseCode = "503", ref = ApiDocument.UNAVAILABLE)
  public Timeline events(String orderId) throws SQLException {
    return lookup.timeline(orderId).orElseThrow(() -> UnknownOrder.refused(orderId));
  }
}
