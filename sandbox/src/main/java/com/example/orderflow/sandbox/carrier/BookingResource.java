package com.example.orderflow.sandbox.carrier;

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

/** The simulated carrier takes parcels. */
@Path("/bookings")
@Tag(name = "Carrier")
@Consumes(MediaType.APPLICATION_JSON)
@Produces({MediaType.APPLICATION_JSON, Problem.CONTENT_TYPE})
public class BookingResource {
  private static final String EXAMPLE =
      """
      {"orderId": "536365", "destination": {"country": "GB"},
       "items": [{"sku": "85123A", "quantity": 6}]}""";

  private final BookingDesk desk;
  private final Answers answers;

  BookingResource(BookingDesk desk, Answers answers) {
    this.desk = desk;
    this.answers = answers;
  }

  @POST
  @Operation(summary = "Book a transport, once per idempotency key")
  @RequestBody(content = @Content(examples = @ExampleObject(name = "booking", value = EXAMPLE)))
  @APIResponse(
      responseCode = "201",
      description = "Booked",
      content = @Content(schema = @Schema(implementation = Booking.class)))
  @APIResponse(
      responseCode = "400",
      description = "Malformed",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  @APIResponse(
      responseCode = "422",
      description = "country_not_served, or idempotency_key_reused",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  public Response book(
      @Parameter(required = true, example = "booking-536365") @HeaderParam(Answers.IDEMPOTENCY_KEY)
          String key,
      BookingRequest booking) {
    return answers.response(desk.book(answers.request("booking", key, booking), booking));
  }
}
