package com.example.orderflow.loadtester.processes;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.orderflow.loadtester.processes.PlatformProbe.Look;
import com.example.orderflow.loadtester.processes.PlatformProbe.Process;
import com.example.orderflow.loadtester.report.LoadReport.Start;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ProcessWatchTest {
  private final Deque<Look> looks = new ArrayDeque<>();
  private final ProcessWatch watch = new ProcessWatch(() -> Optional.ofNullable(looks.poll()));

  @Test
  void theMostMemoryOfEachProcessIsKept() {
    look(0, 100, Map.of());
    look(1, 300_000_000, Map.of());
    look(2, 200_000_000, Map.of());

    assertThat(watch.uses()).hasSize(1);
    assertThat(watch.uses().getFirst().peakMemoryMb()).isEqualTo(300);
    assertThat(watch.samples()).hasSize(2);
  }

  @Test
  void aProcessThatWasStartedMeanwhileIsNoticed() {
    look(0, 0, Map.of("ship-order", 3));
    look(2, 0, Map.of("ship-order", 3));
    look(4, 0, Map.of("ship-order", 5));

    assertThat(watch.starts())
        .containsExactly(new Start("ship-order", 4), new Start("ship-order", 4));
  }

  @Test
  void aPlatformThatDoesNotAnswerIsPassedOver() {
    watch.look(1);

    assertThat(watch.uses()).isEmpty();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void processorTimeIsCountedFromTheFirstLook() {
    look(0, 0, Map.of());
    long sum = 0;
    for (long begin = System.nanoTime(); System.nanoTime() - begin < 150_000_000; ) {
      sum++;
    }
    look(1, 0, Map.of());

    assertThat(sum).isPositive();
    assertThat(watch.uses().getFirst().cpuSeconds()).isBetween(0.01, 60.0);
  }

  private void look(double second, long memory, Map<String, Integer> starts) {
    Process self = new Process("tests", ProcessHandle.current().pid(), memory);
    looks.add(new Look(List.of(self), starts));
    watch.look(second);
  }
}
