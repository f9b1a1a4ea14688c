package com.example.orderflow.sandbox.carrier;

import com.example.orderflow.events.Destination;
import com.example.orderflow.sandbox.http.Rule;
import java.util.Set;

/**
 * Decides in place of a carrier.
 *
 * @param name of the carrier
 * @param countries that it serves, ISO 3166-1 alpha-2
 */
public record CarrierRules(String name, Set<String> countries) {

  public CarrierRules {
    countries = Set.copyOf(countries);
    countries.forEach(country -> Rule.COUNTRY.check("sandbox.carrier.countries", country));
  }

  public boolean serves(Destination destination) {
    return countries.contains(destination.country());
  }
}
