package com.example.orderflow.orchestration.api;

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

/** Orders come in. */
@Path("/orders")
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
  public CompletionStage<Response> place(
      @QueryParam(IntakeRules.WIRING) String wiring,
      @HeaderParam(IntakeRules.IDEMPOTENCY_KEY) String key,
      @HeaderParam("traceparent") String traceparent,
      byte[] body) {
    BodyLimit.check(body);
    OrderRequest request = rules.check(body, wiring, key);
    NewOrder order =
        orders.of(request, IntakeRules.wiring(wiring), key, IntakeRules.traceparent(traceparent));
    return intake.accept(order).thenApply(Answers::toOrder);
  }
}
