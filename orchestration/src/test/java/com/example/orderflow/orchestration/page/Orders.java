package com.example.orderflow.orchestration.page;

import com.example.orderflow.events.EventType;
import com.example.orderflow.events.Wiring;
import com.example.orderflow.orchestration.Api;
import com.example.orderflow.orchestration.Told;
import com.example.orderflow.orchestration.order.Journeys;
import java.net.URI;
import java.util.List;

/** The words in which the tests say what becomes of orders while somebody looks at the page. */
final class Orders implements AutoCloseable {
  private final Api api;
  private final Told told = new Told();

  Orders(URI service) {
    this.api = new Api(service);
  }

  Told told() {
    return told;
  }

  void place(String orderId, Wiring wiring) {
    api.send(api.posting("/orders?wiring=" + wiring.id(), Api.order(orderId)));
  }

  /** Orders of every wiring, so that there is something to compare. */
  void placeSome() {
    List<Journeys> ends = List.of(Journeys.values());
    List<Wiring> wirings = List.of(Wiring.values());
    for (int n = 0; n < 24; n++) {
      String orderId = "page-some-" + n;
      Wiring wiring = wirings.get(n % wirings.size());
      place(orderId, wiring);
      switch (wiring) {
        case BROKER, SEQUENCE ->
            went(orderId, n % 6 < 2 ? ends.get(n / 6 % ends.size()) : Journeys.SHIPPED);
        case ARGO, CHAIN -> {
          // The service itself brings them to their end.
        }
      }
    }
  }

  void went(String orderId, Journeys journey) {
    told.events(orderId, journey.events().toArray(EventType[]::new));
  }

  String state(String orderId) {
    return api.get("/orders/" + orderId).text("state");
  }

  /** As the service counts. */
  long counted() {
    long all = 0;
    for (var wiring : api.get("/stats").body().path("orders")) {
      for (var state : wiring) {
        all += state.asLong();
      }
    }
    return all;
  }

  @Override
  public void close() {
    told.close();
  }
}
