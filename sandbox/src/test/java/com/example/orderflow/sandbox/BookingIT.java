package com.example.orderflow.sandbox;

import static com.example.orderflow.sandbox.Sandbox.booking;
import static org.assertj.core.api.Assertions.assertThat;

import com.example.orderflow.sandbox.Sandbox.Heard;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LedgerDatabase.class)
class BookingIT {
  @TestHTTPResource URI url;
  private Sandbox sandbox;

  @BeforeEach
  void connect() {
    sandbox = new Sandbox(url);
  }

  @Test
  void aBookingIsTakenAndEnteredWithoutMoney() throws Exception {
    Heard heard = sandbox.post("/bookings", "booking-b1", booking("b1", "NO"));

    assertThat(heard.status()).isEqualTo(201);
    assertThat(heard.text("carrier")).isEqualTo("sandbox-parcel");
    assertThat(sandbox.entries("b1"))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.path("kind").asText()).isEqualTo("booking");
              assertThat(entry.path("id").asText()).isEqualTo(heard.text("trackingNumber"));
              assertThat(entry.has("minorUnits")).isFalse();
            });
  }

  @Test
  void fiftyEqualBookingsAtOnceAreOneBooking() throws Exception {
    List<Heard> heard = sandbox.postAtOnce(50, "/bookings", "booking-b2", booking("b2", "GB"));

    assertThat(heard).hasSize(50).allMatch(answer -> answer.status() == 201);
    assertThat(sandbox.entries("b2")).hasSize(1);
  }

  @Test
  void aCountryThatIsNotServedIsRefusedAndNotEntered() throws Exception {
    Heard heard = sandbox.post("/bookings", "booking-b3", booking("b3", "AU"));

    assertThat(heard.status()).isEqualTo(422);
    assertThat(heard.text("reason")).isEqualTo("country_not_served");
    assertThat(heard.text("detail")).contains("\"AU\"");
    assertThat(sandbox.entries("b3")).isEmpty();
  }

  @Test
  void aRefusedBookingIsRememberedToo() throws Exception {
    sandbox.post("/bookings", "booking-b4", booking("b4", "AU"));

    Heard other = sandbox.post("/bookings", "booking-b4", booking("b4", "GB"));

    assertThat(other.text("reason")).isEqualTo("idempotency_key_reused");
  }
}
