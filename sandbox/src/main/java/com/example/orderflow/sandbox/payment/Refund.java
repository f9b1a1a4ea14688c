package com.example.orderflow.sandbox.payment;

import com.example.orderflow.events.Money;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** The answer to a refund that succeeded. */
@RegisterForReflection
public record Refund(String refundId, String chargeId, String orderId, Money amount) {}
