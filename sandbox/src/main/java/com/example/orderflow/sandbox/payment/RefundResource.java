package com.example.orderflow.sandbox.payment;

import com.example.orderflow.sandbox.http.Answers;
import com.example.orderflow.sandbox.http.Problem;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
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

/** The simulated gateway gives money back. */
@Path("/refunds")
@Tag(name = "Payment gateway")
@Consumes(MediaType.APPLICATION_JSON)
@Produces({MediaType.APPLICATION_JSON, Problem.CONTENT_TYPE})
public class RefundResource {
  private static final String EXAMPLE =
      """
      {"orderId": "536365", "chargeId": "ch_0123456789abcdef0123456789abcdef",
       "amount": {"minorUnits": 3564, "currency": "GBP"}, "reason": "country_not_served"}""";

  private final RefundDesk desk;
  private final Answers answers;

  RefundResource(RefundDesk desk, Answers answers) {
    this.desk = desk;
    this.answers = answers;
  }

  @POST
  @Operation(summary = "Give back the whole of a charge, once per charge")
  @RequestBody(content = @Content(examples = @ExampleObject(name = "refund", value = EXAMPLE)))
  @APIResponse(
      responseCode = "201",
      description = "Refunded",
      content = @Content(schema = @Schema(implementation = Refund.class)))
  @APIResponse(
      responseCode = "400",
      description = "Malformed",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  @APIResponse(
      responseCode = "404",
      description = "No such charge",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  @APIResponse(
      responseCode = "409",
      description = "Refunded before under another key, or other order or amount than charged",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  @APIResponse(
      responseCode = "422",
      description = "The key belongs to another request",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  public Response refund(
      @Parameter(required = true, example = "refund-536365") @HeaderParam(Answers.IDEMPOTENCY_KEY)
          String key,
      RefundRequest refund) {
    return answers.response(desk.refund(answers.request("refund", key, refund), refund));
  }
}
