package com.example.orderflow.contracttests.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.example.orderflow.probe.Call;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Events by the clock. */
@Needs(Engine.PING_SOURCE)
abstract class PingSourceContract extends Contract {
  /** A minute, and what a busy machine adds. */
  private static final Duration PATIENCE = Duration.ofSeconds(100);

  @Test
  void anEventWithTheDataOfTheSourceComesWithTheMinute() {
    List<Call> calls =
        await().atMost(PATIENCE).until(() -> desk.calls("minute"), sent -> !sent.isEmpty());

    assertThat(Http.parsed(text(calls.getFirst()))).isEqualTo(Http.parsed("{\"amount\": 150}"));
    assertThat(calls.getFirst().headers())
        .containsEntry("ce-type", "dev.knative.sources.ping")
        .containsEntry("ce-source", "/apis/v1/namespaces/orderflow-contract/pingsources/minute")
        .containsEntry("content-type", "application/json")
        .containsKey("ce-id");
  }
}
