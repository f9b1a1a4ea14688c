package com.example.orderflow.processpayment;

import com.example.orderflow.eventpolicy.DependencyUnavailable;
import com.example.orderflow.eventpolicy.EventRefused;
import com.example.orderflow.events.Money;
import com.example.orderflow.processpayment.PaymentGatewayApi.ChargeRequest;
import com.example.orderflow.processpayment.PaymentGatewayApi.RefundRequest;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.client.api.QuarkusRestClientProperties;

/**
 * The payment gateway over HTTP. Nothing is tried twice here: what has no final answer is for the
 * sender of the event to repeat, with the same key.
 */
@Singleton
final class HttpPaymentGateway implements PaymentGateway {

  private static final String NAME = "payment gateway";
  private static final int MALFORMED = 400;
  private static final int DECLINED = 402;

  private final PaymentGatewayApi api;

  HttpPaymentGateway(PaymentGatewayConfig config) {
    this.api =
        QuarkusRestClientBuilder.newBuilder()
            .baseUri(config.url())
            .connectTimeout(config.connectTimeout().toMillis(), TimeUnit.MILLISECONDS)
            .readTimeout(config.readTimeout().toMillis(), TimeUnit.MILLISECONDS)
            .property(QuarkusRestClientProperties.CONNECTION_POOL_SIZE, config.connections())
            .build(PaymentGatewayApi.class);
  }

  @Override
  public Payment charge(String orderId, String paymentToken, Money amount) {
    ChargeRequest request = new ChargeRequest(orderId, paymentToken, amount);
    try {
      String chargeId = finalAnswer(() -> api.charge("charge-" + orderId, request).chargeId());
      return new Payment.Completed(orderId, chargeId, amount);
    } catch (WebApplicationException answer) {
      return switch (answer.getResponse().getStatus()) {
        case DECLINED -> new Payment.Failed(orderId, amount, reason(answer));
        case MALFORMED ->
            throw new EventRefused(
                "paymentToken, amount: the payment gateway cannot read them (%s), and would not another time"
                    .formatted(reason(answer)));
        default -> throw answer;
      };
    }
  }

  @Override
  public Payment.Refunded refund(Payment.Completed charge, String reason) {
    RefundRequest request =
        new RefundRequest(charge.orderId(), charge.chargeId(), charge.amount(), reason);
    return charge.refunded(
        finalAnswer(() -> api.refund("refund-" + charge.orderId(), request).refundId()), reason);
  }

  /** Tells what may become better by waiting from what the gateway has decided for good. */
  private static String finalAnswer(Supplier<String> call) {
    try {
      return call.get();
    } catch (WebApplicationException answer) {
      int status = answer.getResponse().getStatus();
      if (status >= 500 || status == 429) {
        throw new DependencyUnavailable(NAME, "answered " + status);
      }
      throw answer;
    } catch (ProcessingException noAnswer) {
      Throwable cause = noAnswer.getCause() == null ? noAnswer : noAnswer.getCause();
      throw new DependencyUnavailable(NAME, "no answer, " + cause.getClass().getSimpleName());
    }
  }

  private static String reason(WebApplicationException declined) {
    return new JsonObject(declined.getResponse().readEntity(String.class)).getString("reason");
  }
}
