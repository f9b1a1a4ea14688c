package com.example.orderflow.cli.cluster;

import com.example.orderflow.cli.Finding;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The node has not the image, and no registry gives it. */
final class ImageNotPulled implements Cause {
  private static final Set<String> REASONS =
      Set.of("ErrImagePull", "ImagePullBackOff", "ErrImageNeverPull", "InvalidImageName");

  @Override
  public Stream<Finding> in(Observed observed) {
    return observed
        .awaitedPods()
        .flatMap(
            pod ->
                PodContainers.waiting(pod)
                    .filter(status -> REASONS.contains(status.getState().getWaiting().getReason()))
                    .map(status -> finding(Observed.partOf(pod), status)));
  }

  private static Finding finding(String part, ContainerStatus status) {
    String words = Optional.ofNullable(status.getState().getWaiting().getMessage()).orElse("");
    return Finding.bad(
        part,
        "image %s is not pulled".formatted(status.getImage()) + LogTail.of(words),
        "is it in the registry, under this name? ./orderflow images --load builds it and loads it into a local cluster; images.registry, images.tag and images.pullSecrets say where from");
  }
}
