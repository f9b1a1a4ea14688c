package com.example.orderflow.localplatform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.orderflow.localplatform.Parts.Part;
import com.example.orderflow.localplatform.Parts.Step;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PartsTest {
  private static final Step NOTHING = () -> {};

  private final ConcurrentLinkedQueue<String> stopped = new ConcurrentLinkedQueue<>();
  private final Parts parts = new Parts(PlatformListener.SILENT);

  @Test
  void partsAreStoppedInReverse() throws Exception {
    start("kafka");
    start("serving");

    parts.stop();

    assertThat(stopped).containsExactly("serving", "kafka");
  }

  @Test
  void partsThatWereStartedTogetherAreStoppedTogether() throws Exception {
    CountDownLatch both = new CountDownLatch(2);
    parts.startTogether(List.of(waitsFor(both, "kafka"), waitsFor(both, "postgres")));

    parts.stop();

    assertThat(stopped).containsExactlyInAnyOrder("kafka", "postgres");
  }

  @Test
  void aPartThatDoesNotStopHindersNoOtherAndIsReported() throws Exception {
    start("data folder");
    parts.startTogether(List.of(new Part("kafka", NOTHING, () -> fail("hangs")), kept("postgres")));

    assertThatThrownBy(parts::stop)
        .hasMessage("not all parts stopped")
        .satisfies(
            thrown ->
                assertThat(thrown.getSuppressed())
                    .singleElement()
                    .satisfies(cause -> assertThat(cause).hasMessage("hangs")));
    assertThat(stopped).containsExactly("postgres", "data folder");
  }

  @Test
  void aPartThatDoesNotStartIsStoppedWithTheOthers() {
    Part broken = new Part("kafka", () -> fail("no port"), () -> stopped.add("kafka"));

    assertThatThrownBy(() -> parts.startTogether(List.of(broken, kept("postgres"))))
        .hasMessage("no port");

    parts.stop();
    assertThat(stopped).containsExactlyInAnyOrder("kafka", "postgres");
  }

  private void start(String name) throws Exception {
    parts.start(name, () -> name, stopped::add);
  }

  private Part kept(String name) {
    return new Part(name, NOTHING, () -> stopped.add(name));
  }

  /** Does not stop before the others begin to. */
  private Part waitsFor(CountDownLatch others, String name) {
    return new Part(
        name,
        NOTHING,
        () -> {
          others.countDown();
          if (others.await(10, TimeUnit.SECONDS)) {
            stopped.add(name);
          }
        });
  }

  private static void fail(String message) {
    throw new IllegalStateException(message);
  }
}
