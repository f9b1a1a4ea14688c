package com.example.orderflow.loadtester.balance;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One line of the sandbox's ledger.
 *
 * @param kind {@code charge}, {@code refund}, {@code booking} or {@code decline}
 */
public record LedgerEntry(
    @JsonProperty(required = true) long sequence,
    @JsonProperty(required = true) String kind,
    @JsonProperty(required = true) String orderId) {}
