package com.example.orderflow.wiringcheck.rules;

import java.util.List;

/** All rules, in the order in which they are documented. */
public final class Rules {
  private Rules() {}

  public static List<Rule> all(int databaseConnections) {
    return List.of(
        new EmittedTypesAreConsumed(),
        new TriggerTypesAreEmitted(),
        new NoFunctionConsumesItsOwnOutput(),
        new ReferencesExist(),
        new NamesAgreeWithTheCode(),
        new PortsAndPathsAgreeWithTheCode(),
        new DeadLettersEverywhere(),
        new RetriesAreStated(),
        new TimeoutsAreStated(),
        new NothingIsOrderedByAccident(),
        new ConnectionsFitTheDatabase(databaseConnections),
        new PodsAreRestricted(),
        new FieldsFitTheApi());
  }
}
