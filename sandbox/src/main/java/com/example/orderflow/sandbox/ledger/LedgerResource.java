package com.example.orderflow.sandbox.ledger;

import com.example.orderflow.sandbox.http.MalformedRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** The witness speaks: what was charged, refunded, booked and declined. */
@Path("/ledger")
@Tag(name = "Ledger")
public class LedgerResource {
  /** About 2 MB of JSON. */
  static final int LARGEST_PAGE = 10_000;

  private final LedgerReader ledger;

  LedgerResource(LedgerReader ledger) {
    this.ledger = ledger;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "What happened, in order; follow next until it is null")
  public LedgerPage read(
      @Parameter(
              description = "Only entries with a greater sequence",
              schema = @Schema(type = SchemaType.INTEGER, format = "int64", minimum = "0"))
          @RestQuery
          @DefaultValue("0")
          String after,
      @Parameter(
              description = "Most entries of the page",
              schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "10000"))
          @RestQuery
          @DefaultValue("10000")
          String limit) {
    return ledger.page(
        number("after", after, 0, Long.MAX_VALUE), (int) number("limit", limit, 1, LARGEST_PAGE));
  }

  /** Read by hand: the framework takes a parameter that is no number for a path that is not. */
  private static long number(String name, String value, long from, long to) {
    try {
      long number = Long.parseLong(value);
      if (number >= from && number <= to) {
        return number;
      }
    } catch (NumberFormatException e) {
      // falls through to the refusal, which quotes the value
    }
    throw MalformedRequest.text(name, value, "a whole number from %d to %d".formatted(from, to));
  }
}
