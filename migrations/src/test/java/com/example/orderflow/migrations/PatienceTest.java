package com.example.orderflow.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatienceTest {
  private final List<String> said = new ArrayList<>();

  @ParameterizedTest
  @CsvSource({"28P01, true", "28000, true", "3D000, true", "57P03, false", "08001, false"})
  void onlyWhatWaitingMendsIsWaitedFor(String state, boolean lasting) {
    assertThat(Patience.isLasting(new SQLException("no", state))).isEqualTo(lasting);
  }

  @Test
  void aServerThatIsNotThereIsNamedOnceAndGivenUpAfterTheLimit() throws IOException {
    Login nobody =
        new Login(
            JdbcUrl.of("jdbc:postgresql://127.0.0.1:%d/x".formatted(closedPort())), "me", "secret");
    Patience patience = new Patience(Duration.ofSeconds(1), Duration.ofMillis(10), said::add);

    assertThatThrownBy(() -> patience.await(nobody)).isInstanceOf(SQLException.class);

    assertThat(said).singleElement().asString().contains("waiting for").doesNotContain("secret");
  }

  private static int closedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
