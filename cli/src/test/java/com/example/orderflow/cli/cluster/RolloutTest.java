package com.example.orderflow.cli.cluster;

import static com.example.orderflow.cli.cluster.Namespace.NOW;
import static com.example.orderflow.cli.cluster.Namespace.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import com.example.orderflow.cli.Finding;
import org.junit.jupiter.api.Test;

class RolloutTest {
  private final Rollout rollout = new Rollout();

  @Test
  void aPartIsToldOnceWhenItGetsReady() {
    Namespace ready = new Namespace().service("ship-order", "True");

    assertThat(rollout.look(ready.observed()).ready())
        .extracting(Part::name)
        .containsExactly("ship-order");
    assertThat(rollout.look(ready.observed()).ready()).isEmpty();
    assertThat(rollout.isComplete()).isTrue();
  }

  @Test
  void troubleIsToldOnceWhenItHasLastedAMoment() {
    assertThat(lookAfter(0, withoutImage()).findings()).isEmpty();
    assertThat(lookAfter(5, withoutImage()).findings())
        .extracting(Finding::about)
        .containsExactly("ship-order");
    assertThat(lookAfter(6, withoutImage()).findings()).isEmpty();
    assertThat(rollout.isComplete()).isFalse();
  }

  @Test
  void troubleThatLastsEndsTheWait() {
    lookAfter(0, withoutImage());
    lookAfter(26, withoutImage());

    assertThat(rollout.lasting(NOW.plusSeconds(26)))
        .extracting(Finding::about)
        .containsExactly("ship-order");
  }

  @Test
  void troubleThatWentAndCameBackHasNotLasted() {
    lookAfter(0, withoutImage());
    lookAfter(10, new Namespace().service("ship-order", "Unknown"));
    lookAfter(26, withoutImage());

    assertThat(rollout.lasting(NOW.plusSeconds(26))).isEmpty();
  }

  @Test
  void whatIsOnlySlowNeverEndsTheWait() {
    lookAfter(0, new Namespace().service("ship-order", "Unknown"));
    lookAfter(200, new Namespace().service("ship-order", "Unknown"));

    assertThat(rollout.lasting(NOW.plusSeconds(200))).isEmpty();
    assertThat(rollout.current()).hasSize(1);
  }

  private Rollout.News lookAfter(int seconds, Namespace namespace) {
    return rollout.look(namespace.observed(NOW.plusSeconds(seconds)));
  }

  private static Namespace withoutImage() {
    return new Namespace()
        .service("ship-order", "Unknown")
        .podOf("ship-order", waiting("ImagePullBackOff", ""));
  }
}
