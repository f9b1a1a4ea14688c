package com.example.orderflow.loadtester.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.orderflow.events.Wiring;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.UniqueElements;

class ContestTest {

  /** Else a ratio would not say what it is the price of. */
  @Property(tries = 100)
  void twoThatAreComparedDifferInOneThingAtMost(
      @ForAll @NotEmpty @UniqueElements List<Wiring> wirings,
      @ForAll @IntRange(max = 3) int variants) {
    Contest contest = new Contest(wirings, List.of("jvm", "aot", "native").subList(0, variants));

    assertThat(contest.contenders())
        .allSatisfy(
            contender -> {
              Contender baseline = contest.baselineOf(contender);
              assertThat(
                      contender.wiring() == baseline.wiring()
                          || contender.variant().equals(baseline.variant()))
                  .isTrue();
            });
  }

  /** So every ratio can be led back to one and the same. */
  @Property(tries = 100)
  void everyBaselineLeadsToTheFirstOfAll(
      @ForAll @NotEmpty @UniqueElements List<Wiring> wirings,
      @ForAll @IntRange(max = 3) int variants) {
    Contest contest = new Contest(wirings, List.of("jvm", "aot", "native").subList(0, variants));
    Contender first = contest.contenders().getFirst();

    assertThat(contest.contenders())
        .allSatisfy(
            contender ->
                assertThat(contest.baselineOf(contest.baselineOf(contender))).isEqualTo(first));
  }

  @Example
  void aWiringIsComparedWithTheFirstAndAVariantWithTheFirstOfItsWiring() {
    Contest contest =
        new Contest(List.of(Wiring.CHAIN, Wiring.BROKER), List.of("jvm", "aot", "native"));

    assertThat(contest.baselineOf(new Contender(Wiring.BROKER, "jvm")).name())
        .isEqualTo("chain jvm");
    assertThat(contest.baselineOf(new Contender(Wiring.BROKER, "native")).name())
        .isEqualTo("broker jvm");
    assertThat(Set.copyOf(contest.contenders())).hasSize(6);
  }

  @Example
  void withoutVariantsAWiringHasItsOwnName() {
    Contest contest = new Contest(List.of(Wiring.values()), List.of());

    assertThat(new HashSet<>(contest.contenders()).stream().map(Contender::name))
        .containsExactlyInAnyOrder("broker", "sequence", "argo", "chain");
  }

  @Example
  void withoutAWiringThereIsNothingToCompare() {
    assertThatThrownBy(() -> new Contest(List.of(), List.of("jvm")))
        .hasMessageContaining("wirings");
  }
}
