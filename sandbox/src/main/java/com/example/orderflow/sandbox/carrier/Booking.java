package com.example.orderflow.sandbox.carrier;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** The answer to a booking that succeeded. */
@RegisterForReflection
public record Booking(String trackingNumber, String carrier, String orderId) {}
