package com.example.orderflow.orchestration.api;

import com.example.orderflow.events.EventType;
import com.example.orderflow.events.Violation;
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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
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

/**
 * Orders come in as events, from a sender that speaks CloudEvents. The answers are those that
 * Knative understands: without a body when all is well, and never 409, which it would try again.
 */
@Path("/events")
@Tag(name = "Orders")
public class EventResource {

  static final String STRUCTURED = "application/cloudevents+json";

  private final IntakeRules rules;
  private final NewOrders orders;
  private final Intake intake;

  EventResource(IntakeRules rules, NewOrders orders, Intake intake) {
    this.rules = rules;
    this.orders = orders;
    this.intake = intake;
  }

  @POST
  @Consumes({MediaType.APPLICATION_JSON, STRUCTURED})
  @Produces(Problem.MEDIA_TYPE)
  @Operation(
      operationId = "takeEvent",
      summary = "Place an order as a CloudEvent",
      description =
          "Takes com.example.order.created, in structured mode or in binary mode: then with"
              + " headers ce-specversion, ce-id, ce-source and ce-type, and the order as the body."
              + " Its order has an orderId; by it, a repeat is known as such.")
  @RequestBody(
      required = true,
      content = {
        @Content(
            mediaType = EventResource.STRUCTURED,
            schema = @Schema(type = SchemaType.OBJECT),
            examples = @ExampleObject(name = "structured", value = ApiDocument.EVENT_EXAMPLE)),
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = OrderRequest.class),
            examples = @ExampleObject(name = "binary", value = ApiDocument.ORDER_EXAMPLE))
      })
  @APIResponse(
      responseCode = "202",
      description = "Accepted, now or before. No body: Knative would take it for an event",
      headers =
          @Header(
              name = "Location",
              description = "The order",
              schema = @Schema(type = SchemaType.STRING)))
  @APIResponse(responseCode = "400", ref = ApiDocument.MALFORMED)
  @APIResponse(responseCode = "406", ref = ApiDocument.NOT_ACCEPTABLE)
  @APIResponse(responseCode = "413", ref = ApiDocument.TOO_LARGE)
  @APIResponse(responseCode = "415", ref = ApiDocument.UNSUPPORTED_CONTENT_TYPE)
  @APIResponse(
      responseCode = "422",
      description = "An event of another type, or the order id stands for another order",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  @APIResponse(responseCode = "503", ref = ApiDocument.UNAVAILABLE)
  public CompletionStage<Response> take(
      @Parameter(
              description =
                  "How the functions are connected; broker, if nothing else is configured",
              schema = @Schema(implementation = Wiring.class))
          @QueryParam(IntakeRules.WIRING)
          String wiring,
      @HeaderParam(HttpHeaders.CONTENT_TYPE) String contentType,
      @Context HttpHeaders headers,
      byte[] body) {
    BodyLimit.check(body);
    IncomingEvent event =
        isStructured(contentType)
            ? IncomingEvent.structured(body)
            : IncomingEvent.binary(headers::getHeaderString, body);
    if (!event.type().equals(EventType.Name.ORDER_CREATED)) {
      throw new Refused(
          Problem.of(
              ProblemType.NOT_FOR_THIS_SERVICE,
              "type: \"%s\" is not %s".formatted(event.type(), EventType.Name.ORDER_CREATED)));
    }
    OrderRequest request = rules.check(event.data(), wiring, null);
    checkSubject(event, request);
    NewOrder order =
        orders.of(
            request,
            IntakeRules.wiring(wiring),
            null,
            IntakeRules.traceparent(event.traceparent()));
    return intake.accept(order).thenApply(Answers::toEvent);
  }

  private static boolean isStructured(String contentType) {
    return contentType != null
        && MediaType.valueOf(contentType).getSubtype().equalsIgnoreCase("cloudevents+json");
  }

  /** An event may be sent more than once, so its order needs a name from its sender. */
  private static void checkSubject(IncomingEvent event, OrderRequest request) {
    if (request.orderId() == null) {
      throw IntakeRules.malformed(
          List.of(new Violation("orderId", null, "1 to 64 of A-Z a-z 0-9 . _ : -, required")));
    }
    if (event.subject() != null && !event.subject().equals(request.orderId())) {
      throw IntakeRules.malformed(
          List.of(new Violation("subject", event.subject(), "the orderId of the data")));
    }
  }
}
