package com.example.orderflow.processpayment;

import com.example.orderflow.events.Money;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The gateway's HTTP API, as far as it is used. */
@Path("/")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public interface PaymentGatewayApi {

  @POST
  @Path("charges")
  ChargeReceipt charge(@HeaderParam("Idempotency-Key") String key, ChargeRequest request);

  @POST
  @Path("refunds")
  RefundReceipt refund(@HeaderParam("Idempotency-Key") String key, RefundRequest request);

  /** The body of a charge. */
  record ChargeRequest(String orderId, String paymentToken, Money amount) {}

  /** The answer to a charge. */
  record ChargeReceipt(String chargeId) {}

  /** The body of a refund. */
  record RefundRequest(String orderId, String chargeId, Money amount, String reason) {}

  /** The answer to a refund. */
  record RefundReceipt(String refundId) {}
}
