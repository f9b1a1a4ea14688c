package com.example.orderflow.orchestration.api;

import com.example.orderflow.events.Wiring;
import com.example.orderflow.orchestration.intake.Intake;
import com.example.orderflow.orchestration.intake.NewOrder;
import com.example.orderflow.orchestration.intake.NewOrders;
import com.example.orderflow.orchestration.intake.OrderRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Orders come in. */
@Path("/orders")
@Tag(name = "Orders")
public class PlaceOrderResource {

  private final IntakeRules rules;
  private final NewOrders orders;
  private final Intake intake;

  PlaceOrderResource(IntakeRules rules, NewOrders orders, Intake intake) {
    this.rules = rules;
    this.orders = orders;
    this.intake = intake;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
  @Operation(
      operationId = "placeOrder",
      summary = "Place an order",
      description =
          "Answered when the order is durable. Only its shape is checked: an order that breaks a"
              + " rule of business is accepted and ends as rejected. The same order again, by its"
              + " id or its key, is the same order. An order with neither is a new one each time:"
              + " send a key if you mean to send again what got no answer.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = OrderRequest.class),
              examples = @ExampleObject(name = "order", value = ApiDocument.ORDER_EXAMPLE)))
  @APIResponse(
      responseCode = "202",
      description = "Accepted, now or before",
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
  @APIResponse(responseCode = "400", ref = ApiDocument.MALFORMED)
  @APIResponse(responseCode = "406", ref = ApiDocument.NOT_ACCEPTABLE)
  @APIResponse(
      responseCode = "409",
      description = "The order id stands for another order, or for another wiring",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  @APIResponse(responseCode = "413", ref = ApiDocument.TOO_LARGE)
  @APIResponse(responseCode = "415", ref = ApiDocument.UNSUPPORTED_CONTENT_TYPE)
  @APIResponse(
      responseCode = "422",
      description = "The idempotency key stands for another order",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  @APIResponse(responseCode = "503", ref = ApiDocument.UNAVAILABLE)
  public CompletionStage<Response> place(
      @Parameter(
              description =
                  "How the functions are connected; broker, if nothing else is configured",
              schema = @Schema(implementation = Wiring.class))
          @QueryParam(IntakeRules.WIRING)
          String wiring,
      @Parameter(
              description = "Makes a repeat known as such",
              schema = @Schema(type = SchemaType.STRING, pattern = IntakeRules.KEY))
          @HeaderParam(IntakeRules.IDEMPOTENCY_KEY)
          String key,
      @Parameter(description = "W3C Trace Context; goes into the order's events")
          @HeaderParam("traceparent")
          String traceparent,
      byte[] body) {
    BodyLimit.check(body);
    OrderRequest request = rules.check(body, wiring, key);
    NewOrder order =
        orders.of(request, IntakeRules.wiring(wiring), key, IntakeRules.traceparent(traceparent));
    return intake.accept(order).thenApply(Answers::toOrder);
  }
}
