package com.example.orderflow.sandbox.carrier;

import com.example.orderflow.sandbox.http.Answers;
import com.example.orderflow.sandbox.http.Reason;
import com.example.orderflow.sandbox.ledger.Decision;
import com.example.orderflow.sandbox.ledger.Effect;
import com.example.orderflow.sandbox.ledger.EntryId;
import com.example.orderflow.sandbox.ledger.IdempotentRequest;
import com.example.orderflow.sandbox.ledger.Ledger;
import com.example.orderflow.sandbox.ledger.Settled;
import jakarta.inject.Singleton;

/** Takes bookings. Simulated: nothing is fetched or delivered; the ledger says that it will be. */
@Singleton
class BookingDesk {
  private final CarrierRules rules;
  private final Ledger ledger;
  private final Answers answers;

  BookingDesk(CarrierRules rules, Ledger ledger, Answers answers) {
    this.rules = rules;
    this.ledger = ledger;
    this.answers = answers;
  }

  Settled book(IdempotentRequest request, BookingRequest booking) {
    return ledger.settle(
        request, rules.serves(booking.destination()) ? booked(request, booking) : refused(booking));
  }

  private Decision booked(IdempotentRequest request, BookingRequest booking) {
    String trackingNumber = EntryId.of("trk", request);
    return Decision.effective(
        answers.created(new Booking(trackingNumber, rules.name(), booking.orderId())),
        Effect.booking(booking.orderId(), trackingNumber));
  }

  private Decision refused(BookingRequest booking) {
    return Decision.withoutEffect(
        answers.refused(
            Reason.COUNTRY_NOT_SERVED,
            "destination.country: \"%s\" is not served by %s"
                .formatted(booking.destination().country(), rules.name())));
  }
}
