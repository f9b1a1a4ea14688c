package com.example.orderflow.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CallTest {
  private static final byte[] NOTHING = {};

  @Test
  void anEventIsKnownByItsSubjectAndItsPlaceByThePath() {
    Call call = call("/dead-letters", Map.of("Ce-subject", List.of("order-1")));

    assertThat(call.key()).isEqualTo("order-1");
    assertThat(call.place()).isEqualTo("dead-letters");
  }

  @Test
  void anyOtherRequestIsKnownByItsPath() {
    Call call = call("/order-1/first", Map.of());

    assertThat(call.key()).isEqualTo("order-1");
    assertThat(call.place()).isEqualTo("first");
  }

  @Test
  void aPathOfOnePartIsAKeyWithoutAPlace() {
    assertThat(call("/order-1", Map.of()).place()).isEmpty();
    assertThat(call("/", Map.of()).key()).isEmpty();
  }

  private static Call call(String path, Map<String, List<String>> headers) {
    return Call.of("probe", "POST", path, headers, NOTHING);
  }
}
