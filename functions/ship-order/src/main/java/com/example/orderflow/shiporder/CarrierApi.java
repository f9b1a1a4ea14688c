package com.example.orderflow.shiporder;

import com.example.orderflow.events.Destination;
import com.example.orderflow.events.Item;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** The carrier's HTTP API, as far as it is used. */
@Path("/")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public interface CarrierApi {

  @POST
  @Path("bookings")
  BookingReceipt book(@HeaderParam("Idempotency-Key") String key, BookingRequest request);

  /** The body of a booking. */
  record BookingRequest(String orderId, Destination destination, List<Item> items) {}

  /** The answer to a booking. */
  record BookingReceipt(String carrier, String trackingNumber) {}
}
