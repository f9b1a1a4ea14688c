package com.example.orderflow.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One line of an order as its customer sent it.
 *
 * @param sku may be missing
 * @param description may be missing
 * @param quantity pieces
 * @param unitPrice minor units of the order's currency
 */
public record OrderLine(
    String sku,
    String description,
    @JsonProperty(required = true) long quantity,
    @JsonProperty(required = true) long unitPrice) {}
