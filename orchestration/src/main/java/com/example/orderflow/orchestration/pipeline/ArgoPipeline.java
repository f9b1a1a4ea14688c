package com.example.orderflow.orchestration.pipeline;

import com.example.orderflow.events.Channels;
import com.example.orderflow.events.Wiring;
import com.example.orderflow.orchestration.argo.ArgoConfig;
import com.example.orderflow.orchestration.argo.ArgoServer;
import com.example.orderflow.orchestration.argo.Follower;
import com.example.orderflow.orchestration.argo.WorkflowName;
import io.cloudevents.CloudEvent;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/**
 * Argo Workflow: a controller calls the functions, and keeps what they answered.
 *
 * <p>The order's creation, and every step's event, are written to the topic of all events from
 * here: Argo knows no topics.
 */
@Singleton
public final class ArgoPipeline implements Pipeline {

  private final EventPublisher kafka;
  private final ArgoServer argo;
  private final Follower follower;
  private final int most;

  ArgoPipeline(EventPublisher kafka, ArgoServer argo, Follower follower, ArgoConfig config) {
    this.kafka = kafka;
    this.argo = argo;
    this.follower = follower;
    this.most = config.workflows();
  }

  @Override
  public Wiring wiring() {
    return Wiring.ARGO;
  }

  @Override
  public int room() {
    return Math.max(0, most - follower.size());
  }

  @Override
  public CompletionStage<Void> start(AcceptedOrder order) {
    CloudEvent created = order.created();
    String name = WorkflowName.of(order.orderId());
    return kafka
        .publish(Channels.ORDER_EVENTS_TOPIC, created)
        .thenCompose(known -> argo.submit(name, created).subscribeAsCompletionStage())
        .thenRunAsync(() -> follow(name, order.orderId()), Infrastructure.getDefaultWorkerPool());
  }

  /** When this is not known the order is sent again, and its workflow found. */
  private void follow(String name, String orderId) {
    try {
      follower.follow(name, orderId);
    } catch (SQLException e) {
      throw new CompletionException(e);
    }
  }
}
