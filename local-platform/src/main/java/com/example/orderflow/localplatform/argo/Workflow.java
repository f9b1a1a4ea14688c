package com.example.orderflow.localplatform.argo;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A workflow as it is stored.
 *
 * @param number rises with each workflow that is submitted
 * @param version another one whenever anything of the workflow has changed
 * @param parameters empty in a list, as are the nodes
 * @param startedAt null before it runs
 * @param finishedAt null until it has ended
 */
record Workflow(
    UUID uid,
    long number,
    String name,
    String template,
    Map<String, String> labels,
    Map<String, String> parameters,
    NodePhase phase,
    String message,
    long version,
    Instant createdAt,
    Instant startedAt,
    Instant finishedAt,
    List<NodeStatus> nodes) {}
