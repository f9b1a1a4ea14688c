package com.example.orderflow.events;

/**
 * Where an order goes.
 *
 * @param country meant to be an ISO 3166-1 alpha-2 code; in {@code order.created} it is whatever
 *     the customer sent
 */
public record Destination(String country) {}
