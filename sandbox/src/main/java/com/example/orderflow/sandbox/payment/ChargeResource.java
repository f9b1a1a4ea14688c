package com.example.orderflow.sandbox.payment;

import com.example.orderflow.sandbox.http.Answers;
import com.example.orderflow.sandbox.http.Problem;
import com.example.orderflow.sandbox.http.Reason;
import com.example.orderflow.sandbox.ledger.IdempotentRequest;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The simulated gateway takes money. */
@Path("/charges")
@Tag(name = "Payment gateway")
@Consumes(MediaType.APPLICATION_JSON)
@Produces({MediaType.APPLICATION_JSON, Problem.CONTENT_TYPE})
public class ChargeResource {
  private static final String EXAMPLE =
      """
      {"orderId": "536365", "paymentToken": "tok_ok",
       "amount": {"minorUnits": 3564, "currency": "GBP"}}""";

  private final ChargeDesk desk;
  private final Answers answers;

  ChargeResource(ChargeDesk desk, Answers answers) {
    this.desk = desk;
    this.answers = answers;
  }

  @POST
  @Operation(
      summary = "Charge a card, once per idempotency key",
      description =
          "Tokens: tok_ok, tok_declined, tok_slow (late answer), tok_outage_then_ok (503 at first),"
              + " tok_crash_after_charge (charged, but the first answer is lost).")
  @RequestBody(content = @Content(examples = @ExampleObject(name = "charge", value = EXAMPLE)))
  @APIResponse(
      responseCode = "201",
      description = "Charged",
      content = @Content(schema = @Schema(implementation = Charge.class)))
  @APIResponse(
      responseCode = "400",
      description = "Malformed",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  @APIResponse(
      responseCode = "402",
      description = "Declined: card_declined, card_limit_exceeded or unknown_token",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  @APIResponse(
      responseCode = "422",
      description = "The key belongs to another request",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  @APIResponse(
      responseCode = "503",
      description = "Out for now; repeat with the same key",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  public Response charge(
      @Parameter(required = true, example = "charge-536365") @HeaderParam(Answers.IDEMPOTENCY_KEY)
          String key,
      ChargeRequest charge,
      @Context HttpServerRequest http)
      throws InterruptedException {
    IdempotentRequest request = answers.request("charge", key, charge);
    return switch (desk.charge(request, charge)) {
      case Reply.Answered answered -> answers.response(answered.settled());
      case Reply.Outage outage ->
          Problem.of(
                  Reason.GATEWAY_OUTAGE,
                  "Attempt %d of this key. Repeat with the same key.".formatted(outage.attempt()))
              .response();
      case Reply.Lost() -> hangUp(http);
    };
  }

  /**
   * Simulates a gateway that dies between its work and its answer. Waits for the end of the
   * connection, so that the answer which the framework insists on finds nowhere to go.
   */
  private static Response hangUp(HttpServerRequest request) {
    request.connection().close().toCompletionStage().toCompletableFuture().join();
    return Response.noContent().build();
  }
}
