package com.example.orderflow.orchestration.stream;

/**
 * The answer to a request for live updates.
 *
 * @param cursor position after which it begins
 */
public record EventStream(Scope scope, long cursor) {}
