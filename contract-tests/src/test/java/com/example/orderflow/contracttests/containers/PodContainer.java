package com.example.orderflow.contracttests.containers;

import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.command.InspectContainerResponse.ContainerState;
import com.github.dockerjava.api.command.WaitContainerResultCallback;
import com.github.dockerjava.api.model.AccessMode;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.Volume;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;

/**
 * A pod as a container: what the kubelet makes of a manifest, as far as Docker can do it.
 *
 * <pre>
 *   limits.memory             --memory, without swap
 *   readOnlyRootFilesystem    --read-only
 *   capabilities.drop         --cap-drop
 *   allowPrivilegeEscalation  --security-opt no-new-privileges
 *   volumes                   --tmpfs; a Secret as files of a folder
 *   readinessProbe            waited for
 * </pre>
 *
 * The user is the image's own: {@code runAsNonRoot} only refuses root.
 */
final class PodContainer extends GenericContainer<PodContainer> {
  private static final Duration START = Duration.ofSeconds(120);

  private final PodSpec pod;
  private final Container spec;

  /**
   * A container of this pod.
   *
   * @param image it may be another variant than the manifest's
   */
  PodContainer(PodSpec pod, String image, Map<String, String> variables) {
    super(image);
    this.pod = pod;
    this.spec = pod.getContainers().getFirst();
    withEnv(new HashMap<>(variables));
    withCreateContainerCmdModifier(this::confine);
    withStartupTimeout(START);
  }

  /** A server is there when its readiness probe says so. */
  PodContainer serving(int port) {
    withExposedPorts(port);
    Probe probe = spec.getReadinessProbe();
    return probe.getHttpGet() == null
        ? waitingFor(Wait.forListeningPorts(port).withStartupTimeout(START))
        : waitingFor(
            Wait.forHttp(probe.getHttpGet().getPath()).forPort(port).withStartupTimeout(START));
  }

  /** A folder of this machine that stands for a Secret. */
  PodContainer mounting(String secret, Path folder) {
    Volume target = new Volume(mount(secret).getMountPath());
    return withCreateContainerCmdModifier(
        create -> {
          HostConfig host = create.getHostConfig();
          Bind bind = new Bind(folder.toString(), target, AccessMode.ro);
          host.setBinds(
              Stream.concat(
                      Arrays.stream(Optional.ofNullable(host.getBinds()).orElse(new Bind[0])),
                      Stream.of(bind))
                  .toArray(Bind[]::new));
        });
  }

  URI uri() {
    return URI.create("http://%s:%d/".formatted(getHost(), getFirstMappedPort()));
  }

  /** The container of the manifest. */
  Container spec() {
    return spec;
  }

  int port() {
    return spec.getPorts().stream().findFirst().map(ContainerPort::getContainerPort).orElseThrow();
  }

  long memoryLimit() {
    return spec.getResources().getLimits().get("memory").getNumericalAmount().longValueExact();
  }

  ContainerState state() {
    return getDockerClient().inspectContainerCmd(getContainerId()).exec().getState();
  }

  /** As the kubelet ends a pod; what goes on after its grace would be killed. */
  void terminate() {
    getDockerClient().killContainerCmd(getContainerId()).withSignal("TERM").exec();
  }

  /** Waits for its end as long as the kubelet does before it kills. */
  int exitCode() {
    return getDockerClient()
        .waitContainerCmd(getContainerId())
        .exec(new WaitContainerResultCallback())
        .awaitStatusCode(grace().toSeconds(), TimeUnit.SECONDS);
  }

  private Duration grace() {
    return Duration.ofSeconds(
        Optional.ofNullable(pod.getTerminationGracePeriodSeconds()).orElse(30L));
  }

  private void confine(CreateContainerCmd create) {
    SecurityContext security = spec.getSecurityContext();
    HostConfig host = create.getHostConfig();
    host.withMemory(memoryLimit())
        .withMemorySwap(memoryLimit())
        .withReadonlyRootfs(security.getReadOnlyRootFilesystem())
        .withCapDrop(
            security.getCapabilities().getDrop().stream()
                .map(Capability::valueOf)
                .toArray(Capability[]::new))
        // Knative gives port 80; below 1024 wants no capability in a container's own network
        .withSysctls(Map.of("net.ipv4.ip_unprivileged_port_start", "0"))
        .withTmpFs(tmpFs());
    if (!security.getAllowPrivilegeEscalation()) {
      host.withSecurityOpts(List.of("no-new-privileges"));
    }
  }

  /** Every volume that is no Secret begins empty, and anybody may write to it. */
  private Map<String, String> tmpFs() {
    Map<String, String> folders = new HashMap<>();
    for (VolumeMount mount : spec.getVolumeMounts()) {
      boolean secret =
          pod.getVolumes().stream()
              .anyMatch(
                  volume -> volume.getName().equals(mount.getName()) && volume.getSecret() != null);
      if (!secret) {
        folders.put(mount.getMountPath(), "rw,exec,mode=1777");
      }
    }
    return folders;
  }

  private VolumeMount mount(String volume) {
    return spec.getVolumeMounts().stream()
        .filter(mount -> mount.getName().equals(volume))
        .findFirst()
        .orElseThrow();
  }
}
