package com.example.orderflow.orchestration.argo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkflowNameTest {

  @Test
  void anIdThatFitsIsReadable() {
    assertThat(WorkflowName.of("019aafbe-5a50-7e1c-8c55-0f0d0d1c2b3a"))
        .isEqualTo("order-019aafbe-5a50-7e1c-8c55-0f0d0d1c2b3a");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A",
        "a:1",
        "a.b_c",
        "-a",
        "a-",
        "x-1",
        "0123456789012345678901234567890123456789012345678901234567890123"
      })
  void anyOtherIdIsHashedIntoANameOfKubernetes(String orderId) {
    assertThat(WorkflowName.of(orderId)).matches("order-x-[0-9a-f]{40}");
  }

  @Test
  void noTwoOrdersShareAName() {
    String hashed = WorkflowName.of("A").substring("order-".length());

    assertThat(Stream.of("a", "A", "a.", "a:", "A.", hashed, "x-a").map(WorkflowName::of))
        .doesNotHaveDuplicates();
  }
}
