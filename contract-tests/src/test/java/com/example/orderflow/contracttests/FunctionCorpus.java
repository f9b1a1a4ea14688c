package com.example.orderflow.contracttests;

import com.example.orderflow.events.EventType;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** All that a function has to refuse, for each of the three. */
public final class FunctionCorpus {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Each function, with a type that is welcome there. */
  public static final Map<String, EventType> FUNCTIONS =
      Map.of(
          EventType.Source.VALIDATE_ORDER, EventType.ORDER_CREATED,
          EventType.Source.PROCESS_PAYMENT, EventType.ORDER_VALIDATED,
          EventType.Source.SHIP_ORDER, EventType.PAYMENT_COMPLETED);

  private FunctionCorpus() {}

  public static List<String> functions() {
    return FUNCTIONS.keySet().stream().sorted().toList();
  }

  public static List<HostileRequest> against(String function) {
    EventType type = FUNCTIONS.get(function);
    List<HostileRequest> all = new ArrayList<>(HostileRequests.against("/", type, data(type)));
    UnwelcomeEvent.madeFrom(data(type)).forEach(event -> all.add(event.to("/", type, "direct")));
    return all;
  }

  /** The data of the sample event. */
  static String data(EventType type) {
    try {
      return JSON.readTree(Checkout.EVENTS.resolve(type.type() + ".json").toFile())
          .path("data")
          .toPrettyString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
