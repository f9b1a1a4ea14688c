package com.example.orderflow.orchestration.order;

import com.example.orderflow.orchestration.order.OrderState.Paid;
import com.example.orderflow.orchestration.order.OrderState.Placed;
import com.example.orderflow.orchestration.order.OrderState.Validated;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One of each state: they carry nothing but the way to them, so one is enough. */
final class KnownStates {
  static final Placed PLACED = new Placed();
  static final Validated VALIDATED = PLACED.validated();
  static final Paid PAID = VALIDATED.paid();

  static final List<OrderState> ALL =
      List.of(
          PLACED,
          VALIDATED,
          PAID,
          PAID.shipped(),
          PLACED.rejected(),
          VALIDATED.paymentFailed(),
          PAID.cancelled());

  static final Map<String, OrderState> BY_ID =
      ALL.stream().collect(Collectors.toUnmodifiableMap(OrderState::id, Function.identity()));

  private KnownStates() {}
}
