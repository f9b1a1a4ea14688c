package com.example.orderflow.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EventTypeTest {

  @ParameterizedTest
  @EnumSource
  void aTypeIsFoundByItsName(EventType type) {
    assertThat(EventType.of(type.type())).contains(type);
  }

  @Test
  void anotherNameIsNoType() {
    assertThat(EventType.of("com.example.order.eaten")).isEmpty();
    assertThat(EventType.of((String) null)).isEmpty();
  }

  @Test
  void everyPayloadHasItsOneType() {
    assertThat(Arrays.stream(EventType.values()).map(type -> type.payload().getName()).toList())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(EventData.class.getPermittedSubclasses()).map(Class::getName).toList());
  }

  @Test
  void everyOutcomeHasItsOneEvent() {
    assertThat(Arrays.stream(EventType.values()).map(EventType::outcome).flatMap(Optional::stream))
        .containsExactlyInAnyOrder(Outcome.values());
  }
}
