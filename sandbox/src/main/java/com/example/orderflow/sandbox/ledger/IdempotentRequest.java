package com.example.orderflow.sandbox.ledger;

/**
 * What tells a repeat from another request.
 *
 * @param key the caller's idempotency key
 * @param hash of the operation and the request, as hexadecimal digits
 */
public record IdempotentRequest(String key, String hash) {}
