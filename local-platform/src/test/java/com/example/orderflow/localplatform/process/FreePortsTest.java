package com.example.orderflow.localplatform.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FreePortsTest {
  private final FreePorts ports = new FreePorts();

  @Test
  void thePortOfLastTimeIsUsedAgainWhenItIsFree() throws IOException {
    int lastTime = new FreePorts().near(0);

    assertThat(ports.near(lastTime)).isEqualTo(lastTime);
  }

  @Test
  void aPortThatSomebodyElseHasIsNotGiven() throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(ports.near(other.getLocalPort())).isNotEqualTo(other.getLocalPort());
      assertThat(FreePorts.answers(other.getLocalPort())).isTrue();
    }
  }

  @Test
  void noPortIsGivenTwiceUntilItIsReleased() throws IOException {
    Set<Integer> given = new HashSet<>();
    for (int i = 0; i < 200; i++) {
      assertThat(given.add(ports.near(0))).isTrue();
    }
    int port = given.iterator().next();
    assertThat(ports.near(port)).isNotEqualTo(port);

    ports.release(port);

    assertThat(ports.near(port)).isEqualTo(port);
  }
}
