package com.example.orderflow.sandbox.ledger;

import com.example.orderflow.events.Money;

/** What the ledger knows of a charge that somebody wants refunded. */
public record Charged(String orderId, Money amount, boolean refunded) {}
