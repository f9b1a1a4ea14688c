package com.example.orderflow.orchestration.order;

import static com.example.orderflow.events.EventType.ORDER_CREATED;
import static com.example.orderflow.events.EventType.ORDER_REJECTED;
import static com.example.orderflow.events.EventType.ORDER_SHIPPED;
import static com.example.orderflow.events.EventType.ORDER_VALIDATED;
import static com.example.orderflow.events.EventType.PAYMENT_COMPLETED;
import static com.example.orderflow.events.EventType.PAYMENT_REFUNDED;
import static com.example.orderflow.events.EventType.SHIPMENT_FAILED;
import static org.assertj.core.api.Assertions.assertThat;

import com.example.orderflow.events.EventType;
import com.example.orderflow.orchestration.order.OrderState.Ended;
import com.example.orderflow.orchestration.order.OrderState.Placed;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OrderStateTest {

  @Test
  void everyStateIsFoundByItsName() {
    assertThat(OrderState.all())
        .extracting(OrderState::id)
        .containsExactly(
            "placed", "validated", "paid", "shipped", "rejected", "paymentFailed", "cancelled");
    assertThat(OrderState.all())
        .allSatisfy(state -> assertThat(OrderState.of(state.id())).contains(state));
    assertThat(OrderState.of("lost")).isEmpty();
  }

  @Test
  void eachEndHasItsEventWithAnOutcome() {
    assertThat(
            Arrays.stream(EventType.values())
                .filter(event -> event.outcome().isPresent())
                .map(OrderState::provenBy))
        .containsExactlyInAnyOrderElementsOf(
            OrderState.all().stream().filter(Ended.class::isInstance).toList());
  }

  @ParameterizedTest
  @EnumSource(names = {"ORDER_CREATED", "ORDER_VALIDATED", "PAYMENT_COMPLETED", "SHIPMENT_FAILED"})
  void noOtherEventOfThePipelineEndsAnOrder(EventType event) {
    assertThat(OrderState.provenBy(event)).isInstanceOf(OrderState.Open.class);
  }

  @Test
  void theLastEventAloneImpliesTheWayToIt() {
    Step step = new Placed().on(ORDER_SHIPPED);

    assertThat(step).isEqualTo(new Step.Moved(new Placed().validated().paid().shipped()));
  }

  @Test
  void aFailedShipmentIsNoEndUntilTheMoneyIsBack() {
    OrderState failed = after(ORDER_CREATED, ORDER_VALIDATED, PAYMENT_COMPLETED, SHIPMENT_FAILED);

    assertThat(failed).isEqualTo(new Placed().validated().paid());
    assertThat(failed.on(PAYMENT_REFUNDED).state().id()).isEqualTo("cancelled");
  }

  @Test
  void theFirstOfTwoEndsStays() {
    OrderState shipped = after(ORDER_SHIPPED);

    assertThat(shipped.on(PAYMENT_REFUNDED)).isEqualTo(new Step.Contradicted(shipped, shipped));
  }

  @Test
  void anEndBesideTheWayCountsAndIsAContradiction() {
    OrderState paid = after(PAYMENT_COMPLETED);

    assertThat(paid.on(ORDER_REJECTED))
        .isEqualTo(new Step.Contradicted(new Placed().rejected(), paid));
    assertThat(new Placed().rejected().on(PAYMENT_COMPLETED))
        .isInstanceOf(Step.Contradicted.class)
        .extracting(Step::state)
        .isEqualTo(new Placed().rejected());
  }

  private static OrderState after(EventType... events) {
    OrderState state = new Placed();
    for (EventType event : List.of(events)) {
      state = state.on(event).state();
    }
    return state;
  }
}
