package com.example.orderflow.loadtester.plan;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/**
 * What Knative's own autoscaler decides in the same situations, as its tests state it
 * (pkg/autoscaler/scaling/autoscaler_test.go), and what holds in all of them.
 */
class AutoscalerTest {

  @Example
  void moreInFlightMeansMorePods() {
    Autoscaler autoscaler = autoscaler(10);

    assertThat(autoscaler.decide(0, 1, 50, 10)).isEqualTo(5);
    assertThat(autoscaler.decide(2, 1, 100, 10)).isEqualTo(10);
  }

  @Example
  void fewerInFlightMeansFewerPodsButNotLessThanHalf() {
    Autoscaler autoscaler = autoscaler(10);

    assertThat(autoscaler.decide(0, 8, 100, 100)).isEqualTo(10);
    assertThat(autoscaler.decide(2, 8, 50, 50)).isEqualTo(5);
    assertThat(autoscaler.decide(4, 8, 10, 10)).isEqualTo(4);
  }

  @Example
  void nothingInFlightMeansNoPods() {
    Autoscaler autoscaler = autoscaler(10);

    assertThat(autoscaler.decide(0, 1, 1, 0)).isEqualTo(1);
    assertThat(autoscaler.decide(2, 1, 0, 0)).isZero();
  }

  @Example
  void aRushIsFollowedAtOnceAndPanicEndsWhenItIsOver() {
    Autoscaler autoscaler = autoscaler(1);

    assertThat(autoscaler.decide(0, 10, 11, 25)).isEqualTo(25);
    assertThat(autoscaler.isPanicking()).isTrue();
    assertThat(autoscaler.decide(30, 40, 30, 41)).isEqualTo(41);
    assertThat(autoscaler.isPanicking()).isTrue();
    assertThat(autoscaler.decide(62, 55, 50, 56)).isEqualTo(50);
    assertThat(autoscaler.isPanicking()).isFalse();
  }

  @Example
  void aRushThatGoesOnMakesPanicLonger() {
    Autoscaler autoscaler = autoscaler(1);

    autoscaler.decide(0, 10, 11, 25);
    assertThat(autoscaler.decide(30, 40, 30, 80)).isEqualTo(80);
    autoscaler.decide(62, 80, 50, 56);
    assertThat(autoscaler.isPanicking()).isTrue();
  }

  @Example
  void aSmallRateStillLetsOnePodMoreThrough() {
    AutoscalerSettings slow = new AutoscalerSettings(1, 60, 6, 100, 1.1, 2, 0, 0, 0, 30);

    assertThat(new Autoscaler(slow).decide(0, 2, 3, 3)).isEqualTo(3);
  }

  @Example
  void fewerPodsHaveToBeEnoughForTheDelay() {
    Autoscaler autoscaler = new Autoscaler(delayed(300));

    assertThat(autoscaler.decide(2, 1, 40, 40)).isEqualTo(4);
    assertThat(autoscaler.decide(300, 1, 0, 0)).isEqualTo(4);
    assertThat(autoscaler.decide(302, 1, 0, 0)).isZero();
    assertThat(autoscaler.decide(540, 1, 40, 40)).isEqualTo(4);
    assertThat(autoscaler.decide(600, 1, 30, 30)).isEqualTo(4);
    assertThat(autoscaler.decide(660, 1, 0, 0)).isEqualTo(4);
    assertThat(autoscaler.decide(840, 1, 0, 0)).isEqualTo(3);
    assertThat(autoscaler.decide(900, 1, 0, 0)).isZero();
  }

  @Property(tries = 300)
  void theScaleIsKept(
      @ForAll @IntRange(max = 100) int ready,
      @ForAll @DoubleRange(max = 10_000) double stable,
      @ForAll @DoubleRange(max = 10_000) double panic,
      @ForAll @IntRange(max = 5) int min,
      @ForAll @IntRange(min = 5, max = 50) int max) {
    Autoscaler autoscaler = new Autoscaler(AutoscalerSettings.of(10).withScale(min, max));

    assertThat(autoscaler.decide(0, ready, stable, panic)).isBetween(min, max);
  }

  @Property(tries = 300)
  void inPanicThereAreNeverFewerPods(
      @ForAll @DoubleRange(min = 30, max = 1_000) double rush,
      @ForAll @DoubleRange(max = 1_000) double after) {
    Autoscaler autoscaler = autoscaler(10);

    int inRush = autoscaler.decide(0, 1, 0, rush);
    assertThat(autoscaler.decide(10, inRush, after, after)).isGreaterThanOrEqualTo(inRush);
  }

  @Property(tries = 300)
  void outOfPanicThereAreAsManyAsTheMeanNeeds(
      @ForAll @DoubleRange(max = 999) double mean, @ForAll @IntRange(min = 1, max = 60) int ready) {
    double target = 10;
    double needed = Math.ceil(mean / target);
    int decided = autoscaler(target).decide(0, ready, mean, 0);

    assertThat((double) decided).isEqualTo(Math.max(needed, Math.floor(ready / 2.0)));
  }

  private static Autoscaler autoscaler(double target) {
    return new Autoscaler(AutoscalerSettings.of(0).withTarget(target));
  }

  private static AutoscalerSettings delayed(double seconds) {
    return new AutoscalerSettings(10, 60, 6, 100, 10, 10, seconds, 0, 0, 30);
  }
}
