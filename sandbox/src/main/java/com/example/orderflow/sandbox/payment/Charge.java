package com.example.orderflow.sandbox.payment;

import com.example.orderflow.events.Money;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** The answer to a charge that succeeded. */
@RegisterForReflection
public record Charge(String chargeId, String orderId, Money amount) {}
