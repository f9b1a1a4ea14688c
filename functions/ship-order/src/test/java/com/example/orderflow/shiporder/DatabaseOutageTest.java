package com.example.orderflow.shiporder;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.orderflow.eventpolicy.testing.Answer;
import com.example.orderflow.eventpolicy.testing.TestEvent;
import com.example.orderflow.events.EventType;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(DatabaseOutageTest.NobodyThere.class)
class DatabaseOutageTest {

  @TestHTTPResource("/")
  URI function;

  @Test
  void withoutItsDatabaseTheFunctionAsksForAnotherTry() {
    Answer answer = Answer.to(TestEvent.sample(EventType.PAYMENT_COMPLETED).binary(function));

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.header("retry-after")).isEqualTo("1");
    assertThat(answer.detail()).startsWith("database: ");
  }

  @Test
  void withoutItsDatabaseTheFunctionStaysInService() {
    Answer ready = Answer.to(HttpRequest.newBuilder(function.resolve("/q/health/ready")).build());

    assertThat(ready.status()).isEqualTo(200);
  }

  /** Port 1 is nobody's. */
  public static final class NobodyThere implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "CARRIER_URL", "http://127.0.0.1:1",
          "DATABASE_URL", "jdbc:postgresql://127.0.0.1:1/orderflow",
          "DATABASE_USERNAME", "ship_order",
          "DATABASE_PASSWORD", "ship_order");
    }
  }
}
