package com.example.orderflow.localplatform.eventing;

import static com.example.orderflow.localplatform.eventing.Platform.tries;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeliveryIT {
  private final Platform platform = new Platform();

  @AfterEach
  void stop() {
    platform.close();
  }

  @Test
  void anEventReachesItsSubscriberInBinaryMode() {
    var subscriber = platform.subscriber();
    platform.trigger(subscriber, tries(1)).start();

    platform.takes("1");

    var call = subscriber.getsOne();
    assertThat(call.body()).isEqualTo("{\"order\":\"1\"}");
    assertThat(call.header("ce-id")).isEqualTo("1");
    assertThat(call.header("content-type")).isEqualTo("application/json");
    assertThat(call.header("prefer")).isEqualTo("reply");
    assertThat(call.header("ce-knativekafkapartition")).isBetween("0", "3");
    assertThat(call.header("ce-knativekafkaoffset")).isEqualTo("0");
  }
}
