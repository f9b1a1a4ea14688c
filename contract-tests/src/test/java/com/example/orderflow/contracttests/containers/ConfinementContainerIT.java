package com.example.orderflow.contracttests.containers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.testcontainers.containers.Container.ExecResult;
import org.testcontainers.containers.ExecConfig;

/** Every image does its work with what Pod Security {@code restricted} leaves it. */
class ConfinementContainerIT extends OnContainers {
  private static final Pattern STATUS = Pattern.compile("(?m)^(\\w+):\\s+(\\S+)");
  private static final String NOBODY = "65532";
  private static final String NONE = "0000000000000000";

  static List<String> everything() {
    return Stream.concat(RunningContainers.SERVERS.stream(), RunningContainers.PROGRAMS.stream())
        .toList();
  }

  @ParameterizedTest
  @MethodSource("everything")
  void theProcessIsNotRootAndHasNoCapabilities(String name) throws Exception {
    Map<String, String> status = processStatus(containers.container(name));

    assertThat(status)
        .containsEntry("Uid", NOBODY)
        .containsEntry("Gid", NOBODY)
        .containsEntry("CapEff", NONE)
        .containsEntry("CapPrm", NONE)
        .containsEntry("CapBnd", NONE)
        .containsEntry("NoNewPrivs", "1")
        .containsEntry("Seccomp", "2");
  }

  @ParameterizedTest
  @MethodSource("everything")
  void theImageNamesAUserByNumberAsAPodThatMustNotBeRootWantsIt(String name) {
    PodContainer container = containers.container(name);

    assertThat(container.getContainerInfo().getConfig().getUser()).isEqualTo("65532:65532");
  }

  @ParameterizedTest
  @MethodSource("everything")
  void theRootFileSystemCannotBeWritten(String name) throws Exception {
    for (String folder : List.of("/", "/app", "/etc", "/var/lib")) {
      ExecResult touch = asRoot(containers.container(name), "touch", folder + "/written");

      assertThat(touch.getExitCode()).as(folder).isNotZero();
      assertThat(touch.getStderr()).contains("Read-only file system");
    }
  }

  @ParameterizedTest
  @MethodSource("everything")
  void theMemoryLimitIsThatOfTheManifest(String name) {
    PodContainer container = containers.container(name);

    assertThat(container.getContainerInfo().getHostConfig().getMemory())
        .isEqualTo(container.memoryLimit())
        .isPositive();
  }

  @ParameterizedTest
  @MethodSource
  void everyProbeOfAProgramSaysThatItIsWell(String program, String path) {
    assertThat(status(containers.container(program).uri().resolve(path))).isEqualTo(200);
  }

  static Stream<Arguments> everyProbeOfAProgramSaysThatItIsWell() {
    return RunningContainers.PROGRAMS.stream()
        .flatMap(
            program ->
                Stream.of("/q/health", "/q/health/live", "/q/health/ready", "/q/health/started")
                    .map(path -> Arguments.of(program, path)));
  }

  private static Map<String, String> processStatus(PodContainer container) throws Exception {
    String status = container.execInContainer("cat", "/proc/1/status").getStdout();
    return STATUS
        .matcher(status)
        .results()
        .collect(Collectors.toMap(line -> line.group(1), line -> line.group(2), (a, b) -> a));
  }

  /** Not even root, whom no permission stops. */
  private static ExecResult asRoot(PodContainer container, String... command) throws Exception {
    return container.execInContainer(ExecConfig.builder().user("0").command(command).build());
  }
}
