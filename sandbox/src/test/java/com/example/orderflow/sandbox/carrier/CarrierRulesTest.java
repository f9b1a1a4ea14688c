package com.example.orderflow.sandbox.carrier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.orderflow.events.Destination;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CarrierRulesTest {
  private final CarrierRules rules = new CarrierRules("sandbox-parcel", Set.of("GB", "DE"));

  @Test
  void aListedCountryIsServed() {
    assertThat(rules.serves(new Destination("DE"))).isTrue();
  }

  @Test
  void anUnlistedCountryIsNotServed() {
    assertThat(rules.serves(new Destination("AU"))).isFalse();
  }

  @Test
  void aListWithSomethingElseThanCodesIsRefused() {
    assertThatThrownBy(() -> new CarrierRules("sandbox-parcel", Set.of("Germany")))
        .hasMessage("sandbox.carrier.countries: \"Germany\" is not two capital letters");
  }
}
