package com.example.orderflow.sandbox.ledger;

/**
 * What the caller got to hear, kept to the letter so that a repeat hears the same.
 *
 * @param status HTTP status
 * @param body JSON
 */
public record Answer(int status, String body) {}
