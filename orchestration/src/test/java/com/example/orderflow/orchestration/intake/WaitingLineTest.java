package com.example.orderflow.orchestration.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class WaitingLineTest {
  private final WaitingLine<String> line = new WaitingLine<>(10, String::length);

  @Test
  void whoeverWaitsLeavesTogetherInTheOrderOfArrival() throws InterruptedException {
    offered("a", "b", "c");

    assertThat(line.takeGroup(10, 10)).containsExactly("a", "b", "c");
  }

  @Test
  void aGroupIsNoLargerThanAsked() throws InterruptedException {
    offered("a", "b", "c");

    assertThat(line.takeGroup(2, 10)).containsExactly("a", "b");
    assertThat(line.takeGroup(2, 10)).containsExactly("c");
  }

  @Test
  void aGroupStopsBeforeItGetsTooHeavy() throws InterruptedException {
    offered("aaa", "bbb", "c");

    assertThat(line.takeGroup(10, 5)).containsExactly("aaa");
    assertThat(line.takeGroup(10, 5)).containsExactly("bbb", "c");
  }

  @Test
  void whatIsHeavierThanAGroupLeavesAlone() throws InterruptedException {
    offered("aaaaaaa");

    assertThat(line.takeGroup(10, 5)).containsExactly("aaaaaaa");
  }

  @Test
  void whoFindsNoRoomIsToldSoAtOnce() throws InterruptedException {
    offered("aaaaaaaa");

    assertThat(line.offer("bbb")).isFalse();
    assertThat(line.offer("cc")).isTrue();
    line.takeGroup(10, 10);
    assertThat(line.bytes()).isZero();
    assertThat(line.offer("bbb")).isTrue();
  }

  @Test
  void aTakerWaitsForTheFirst() throws Exception {
    CompletableFuture<List<String>> group =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return line.takeGroup(10, 10);
              } catch (InterruptedException e) {
                throw new AssertionError(e);
              }
            });

    offered("a");

    assertThat(group.get()).containsExactly("a");
  }

  @Test
  void whoWaitsWhenTheLineClosesIsStillServedAndNobodyElse() throws InterruptedException {
    offered("a");
    line.close();

    assertThat(line.offer("b")).isFalse();
    assertThat(line.takeGroup(10, 10)).containsExactly("a");
    assertThat(line.takeGroup(10, 10)).isEmpty();
  }

  private void offered(String... texts) {
    for (String text : texts) {
      assertThat(line.offer(text)).isTrue();
    }
  }
}
