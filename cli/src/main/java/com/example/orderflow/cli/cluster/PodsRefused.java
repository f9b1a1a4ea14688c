package com.example.orderflow.cli.cluster;

import com.example.orderflow.cli.Finding;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Optional;
import java.util.stream.Stream;

/** The API server does not let a controller make the pods of a part. */
final class PodsRefused implements Cause {

  @Override
  public Stream<Finding> in(Observed observed) {
    return makers(observed)
        .filter(maker -> observed.isAwaited(Observed.partOf(maker)))
        .flatMap(maker -> refusal(observed, maker).stream());
  }

  /** Only those that still want pods: an event stays when its cause is gone. */
  private static Stream<HasMetadata> makers(Observed observed) {
    Stream<HasMetadata> sets =
        observed.replicaSets().stream()
            .filter(set -> number(set.getStatus().getReplicas()) < set.getSpec().getReplicas())
            .map(HasMetadata.class::cast);
    Stream<HasMetadata> jobs =
        observed.jobs().stream()
            .filter(job -> number(job.getStatus().getActive()) == 0)
            .map(HasMetadata.class::cast);
    Stream<HasMetadata> stateful =
        observed.objects().values().stream()
            .filter(object -> object.getKind().equals("StatefulSet"))
            .map(HasMetadata.class::cast);
    return Stream.of(sets, jobs, stateful).flatMap(maker -> maker);
  }

  private static Optional<Finding> refusal(Observed observed, HasMetadata maker) {
    return observed
        .eventsOf(maker)
        .filter(event -> "FailedCreate".equals(event.getReason()))
        .map(Event::getMessage)
        .reduce((before, last) -> last)
        .map(message -> Refusal.of(Observed.partOf(maker), message));
  }

  private static int number(Integer count) {
    return count == null ? 0 : count;
  }
}
