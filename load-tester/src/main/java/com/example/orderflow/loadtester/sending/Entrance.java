package com.example.orderflow.loadtester.sending;

import com.example.orderflow.events.EventType;
import com.example.orderflow.events.Extension;
import com.example.orderflow.events.Wiring;
import com.example.orderflow.loadtester.Addresses;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * Where orders are handed in.
 *
 * <pre>
 * order ─┬─► Api: POST /orders?wiring=W ──────► one of the wirings
 *        ├─► Broker: POST order.created ──────► the wiring broker, past the API
 *        └─► Function: POST the event it takes ► its answer, and nothing after it
 * </pre>
 */
public sealed interface Entrance {

  /** Empty while the platform is not there. */
  Optional<URI> address(Addresses platform);

  /** What is said beside the body of the request. */
  Map<String, String> headers(Copy copy);

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
    public Map<String, String> headers(Copy copy) {
      return Map.of("content-type", "application/json", Extension.TRACE_PARENT, copy.traceParent());
    }
  }

  /** The Broker's ingress: the event itself, in binary mode of the CloudEvents HTTP binding. */
  record Broker() implements Entrance {

    @Override
    public Optional<URI> address(Addresses platform) {
      return platform.ingress();
    }

    @Override
    public Map<String, String> headers(Copy copy) {
      return EventHeaders.of(EventType.ORDER_CREATED, copy);
    }
  }

  /**
   * One function alone, as the Broker would call it.
   *
   * @param name of its Service, which also says what it takes
   * @param url where it listens, when it is none of the platform's
   */
  record Function(String name, Optional<URI> url) implements Entrance {

    @Override
    public Optional<URI> address(Addresses platform) {
      return url.or(() -> platform.function(name));
    }

    @Override
    public Map<String, String> headers(Copy copy) {
      return EventHeaders.of(input(), copy);
    }

    /** The event that it takes. */
    public EventType input() {
      return switch (name) {
        case EventType.Source.PROCESS_PAYMENT -> EventType.ORDER_VALIDATED;
        case EventType.Source.SHIP_ORDER -> EventType.PAYMENT_COMPLETED;
        default -> EventType.ORDER_CREATED;
      };
    }
  }

  /** The event type that this entrance is given; the API makes one of what it is given. */
  default EventType eventType() {
    return this instanceof Function function ? function.input() : EventType.ORDER_CREATED;
  }

  /** For people. */
  default String label() {
    return switch (this) {
      case Api api -> "order API, wiring " + api.wiring().map(Wiring::id).orElse("by default");
      case Broker broker -> "Broker's ingress";
      case Function function ->
          "function " + function.name() + function.url().map(url -> " at " + url).orElse("");
    };
  }
}
