package com.example.orderflow.localplatform.argo;

import java.time.Instant;

/**
 * One attempt of a step that has ended.
 *
 * @param name unique in its workflow, such as {@code order-1[0].validate(0)}
 * @param displayName its last part
 * @param message why it was not successful, else null
 * @param result the body of the answer, null when there was none
 */
record NodeStatus(
    String name,
    String displayName,
    String templateName,
    NodePhase phase,
    String message,
    Instant startedAt,
    Instant finishedAt,
    String result) {}
