package com.example.orderflow.loadtester.sending;

import com.example.orderflow.events.EventType;
import com.example.orderflow.events.Extension;
import com.example.orderflow.events.Wiring;
import com.example.orderflow.loadtester.Addresses;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Optional;

/**
 * Where orders are handed in.
 *
 * <pre>
 * order ─┬─► Api: POST /orders?wiring=W ──────► one of the wirings
 *        └─► Broker: POST order.created ──────► the wiring broker, past the API
 * </pre>
 */
public sealed interface Entrance {

  /** Empty while the platform is not there. */
  Optional<URI> address(Addresses platform);

  HttpRequest.Builder request(URI address, Copy copy);

  /**
   * The order API.
   *
   * @param wiring empty for the service's default
   */
  record Api(Optional<Wiring> wiring) implements Entrance {

    @Override
    public Optional<URI> address(Addresses platform) {
      String query = wiring.map(chosen -> "?wiring=" + chosen.id()).orElse("");
      return platform.api().map(api -> api.resolve("/orders" + query));
    }

    @Override
    public HttpRequest.Builder request(URI address, Copy copy) {
      return HttpRequest.newBuilder(address)
          .header("content-type", "application/json")
          .header(Extension.TRACE_PARENT, copy.traceParent())
          .POST(BodyPublishers.ofString(copy.order().data()));
    }
  }

  /** The Broker's ingress: the event itself, in binary mode of the CloudEvents HTTP binding. */
  record Broker() implements Entrance {

    @Override
    public Optional<URI> address(Addresses platform) {
      return platform.ingress();
    }

    @Override
    public HttpRequest.Builder request(URI address, Copy copy) {
      EventType type = EventType.ORDER_CREATED;
      String orderId = copy.order().orderId();
      return HttpRequest.newBuilder(address)
          .header("content-type", "application/json")
          .header("ce-specversion", "1.0")
          .header("ce-type", type.type())
          .header("ce-source", type.source())
          .header("ce-id", copy.order().eventId())
          .header("ce-subject", orderId)
          .header("ce-time", copy.time().toString())
          .header("ce-dataschema", type.dataSchema())
          .header("ce-" + Extension.PARTITION_KEY, orderId)
          .header("ce-" + Extension.TRACE_PARENT, copy.traceParent())
          .POST(BodyPublishers.ofString(copy.order().data()));
    }
  }
}
