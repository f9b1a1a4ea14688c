package com.example.orderflow.orchestration.projection;

/** Told within the process when the timeline has grown, so that its readers need not look. */
public record Appended() {}
