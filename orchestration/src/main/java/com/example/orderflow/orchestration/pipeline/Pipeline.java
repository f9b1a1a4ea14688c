package com.example.orderflow.orchestration.pipeline;

import com.example.orderflow.events.Wiring;
import java.util.concurrent.CompletionStage;

/**
 * One way from an accepted order to its end. All of them call the same functions.
 *
 * <pre>
 * outbox ─┬─ broker ───► topic orders ──────────► KafkaSource ─► Broker ─► Triggers
 *         ├─ sequence ─► topic sequence-orders ─► KafkaSource ─► Sequence ─► Broker
 *         ├─ argo ─────► Argo Server ─► workflow ─► validate-order ─► process-payment ─► ship-order
 *         └─ chain ────► validate-order ─► process-payment ─► ship-order, called from here
 * </pre>
 */
public sealed interface Pipeline
    permits ArgoPipeline, BrokerPipeline, ChainPipeline, SequencePipeline {

  /** The wiring that this is. */
  Wiring wiring();

  /**
   * Sends an order on its way; sending it again does no harm.
   *
   * @return completes when the order is kept by whoever comes next, so that the outbox may forget
   *     it; fails when it must be sent again
   */
  CompletionStage<Void> start(AcceptedOrder order);

  /** How many more orders it would take on now; the others wait in the outbox. */
  default int room() {
    return Integer.MAX_VALUE;
  }
}
