package com.example.orderflow.shiporder;

import com.example.orderflow.eventpolicy.DependencyUnavailable;
import com.example.orderflow.events.Destination;
import com.example.orderflow.events.Item;
import com.example.orderflow.shiporder.CarrierApi.BookingReceipt;
import com.example.orderflow.shiporder.CarrierApi.BookingRequest;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jboss.resteasy.reactive.client.api.QuarkusRestClientProperties;

/**
 * The carrier over HTTP. Nothing is tried twice here: what has no final answer is for the sender of
 * the event to repeat, with the same key.
 */
@Singleton
final class HttpCarrier implements Carrier {

  private static final String NAME = "carrier";
  private static final int REFUSED = 422;
  private static final String COUNTRY_NOT_SERVED = "country_not_served";

  private final CarrierApi api;

  HttpCarrier(CarrierConfig config) {
    this.api =
        QuarkusRestClientBuilder.newBuilder()
            .baseUri(config.url())
            .connectTimeout(config.connectTimeout().toMillis(), TimeUnit.MILLISECONDS)
            .readTimeout(config.readTimeout().toMillis(), TimeUnit.MILLISECONDS)
            .property(QuarkusRestClientProperties.CONNECTION_POOL_SIZE, config.connections())
            .build(CarrierApi.class);
  }

  @Override
  public Shipment book(String orderId, Destination destination, List<Item> items) {
    try {
      BookingReceipt receipt =
          api.book("booking-" + orderId, new BookingRequest(orderId, destination, items));
      return new Shipment.Booked(orderId, receipt.carrier(), receipt.trackingNumber());
    } catch (WebApplicationException answer) {
      return refusal(orderId, answer);
    } catch (ProcessingException noAnswer) {
      Throwable cause = noAnswer.getCause() == null ? noAnswer : noAnswer.getCause();
      throw new DependencyUnavailable(NAME, "no answer, " + cause.getClass().getSimpleName());
    }
  }

  /** Only a refusal that names its reason is one: the same status also says that a key is spent. */
  private static Shipment.Refused refusal(String orderId, WebApplicationException answer) {
    int status = answer.getResponse().getStatus();
    if (status >= 500 || status == 429) {
      throw new DependencyUnavailable(NAME, "answered " + status);
    }
    if (status == REFUSED && COUNTRY_NOT_SERVED.equals(reason(answer))) {
      return new Shipment.Refused(orderId, COUNTRY_NOT_SERVED);
    }
    throw answer;
  }

  private static String reason(WebApplicationException refused) {
    return new JsonObject(refused.getResponse().readEntity(String.class)).getString("reason");
  }
}
