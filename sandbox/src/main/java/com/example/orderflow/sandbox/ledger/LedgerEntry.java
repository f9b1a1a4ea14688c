package com.example.orderflow.sandbox.ledger;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;

/**
 * One entry, as it is read.
 *
 * @param sequence position in the ledger; rising, but a crash may leave a gap
 * @param id of the charge, the refund or the decline; the tracking number of a booking
 * @param minorUnits null for a booking
 * @param currency null for a booking
 * @param at when it was written, by the database's clock
 */
@RegisterForReflection
public record LedgerEntry(
    long sequence,
    Kind kind,
    String orderId,
    String id,
    Long minorUnits,
    String currency,
    Instant at) {}
